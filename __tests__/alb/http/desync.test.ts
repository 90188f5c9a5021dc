import { applyDesyncMode, classifyDesync, type DesyncClass, type RawHead } from "../../../lab/alb";
import { get, head, odd } from "./heads";

const CHUNKED = ["Transfer-Encoding", "chunked"] as const;
const length = (value: string) => ["Content-Length", value] as const;

describe("what http-desync-guardian calls a request", () => {
  it.each<[string, string, RawHead]>([
    ["BadHeader", "NUL in a value [P61]", head([["X-A", "\0"]], odd("control"))],
    ["BadHeader", "CR in a name [P61]", head([["X-A\r", "1"]], odd("bare-cr"))],
    ["BadUri", "NUL in the URI [P61]", get([], { target: "/\0", ...odd("control") })],
    ["BadUri", "CR in the URI [P61]", get([], { target: "/\r", ...odd("bare-cr") })],
    ["BadContentLength", "1000,1000 [P61]", head([length("1000,1000")])],
    ["BadContentLength", "1000.1 [P61]", head([length("1000.1")])],
    ["BadContentLength", "2^64 [P61]", head([length("18446744073709551616")])],
    ["MultipleContentLength", "two different lengths [P61]", head([length("1"), length("2")])],
    [
      "MultipleContentLength",
      "a length and a different twin [P61]",
      head([["Content_Length", "1"], length("2")]),
    ],
    ["BadTransferEncoding", "xchunked [P61]", head([["Transfer-Encoding", "xchunked"]])],
    ["MultipleTransferEncodingChunked", "chunked twice [P61]", head([CHUNKED, CHUNKED])],
    [
      "MultipleTransferEncodingChunked",
      "chunked,chunked [P61]",
      head([["Transfer-Encoding", "chunked,chunked"]]),
    ],
    [
      "MultipleTransferEncodingChunked",
      "chunked and a twin [P61]",
      head([["Transfer_Encoding", "chunked"], CHUNKED]),
    ],
    ["BadMethod", "a method with a control character [P61]", head([], { method: "bad\x01" })],
    ["BadVersion", "HTTP/1.10 [P61]", head([], { version: "HTTP/1.10" })],
  ])("Severe, %s: %s", (reason, _, request) => {
    expect(classifyDesync(request)).toEqual({ class: "Severe", reason });
  });

  it.each<[string, string, RawHead]>([
    ["BothTeClPresent", "length and coding [P61]", head([CHUNKED, length("1")])],
    ["DuplicateContentLength", "the same length twice [P61]", head([length("1"), length("1")])],
    ["UndefinedContentLengthSemantics", "length on GET [P61]", get([length("1")])],
    ["UndefinedContentLengthSemantics", "length on HEAD [P61]", head([length("1")], { method: "HEAD" })],
    ["UndefinedTransferEncodingSemantics", "coding on GET [P61]", get([CHUNKED])],
    [
      "UndefinedTransferEncodingSemantics",
      "coding in HTTP/1.0 [P61]",
      head([CHUNKED], { version: "HTTP/1.0" }),
    ],
    ["SuspiciousHeader", "an underscore twin [P61]", head([["Transfer_Encoding", "chunked"]])],
    ["SuspiciousHeader", "a space behind the name [P61]", head([["Transfer-Encoding ", "chunked"]])],
    ["SuspiciousHeader", "many hyphens", head([["Transfer---Encoding", "chunked"]])],
    ["SuspiciousHeader", "a hyphen in front", head([["-Content-Length", "1"]])],
    [
      "SuspiciousHeader",
      "a dotless i",
      head([["Transfer-Encod\u00c4\u00b1ng", "chunked"]], odd("eight-bit")),
    ],
    ["SuspiciousHeader", "a control character in front", head([["\x01Content-Length", "1"]], odd("control"))],
    ["EmptyHeader", "an empty name [P61]", head([["", "1"]])],
    ["MultilineHeader", "a line of white space [P61]", head([[" \t ", ""]], odd("leading-space"))],
    ["AmbiguousUri", "a control character in the URI [P61]", get([], { target: "/\x01", ...odd("control") })],
    ["AmbiguousUri", "a tab in the URI [P61]", get([], { target: "/\t" })],
    ["MultilineHeader", "a folded header [P61]", head([["X-A", "1 2"]], odd("folded"))],
    ["MissingHeaderColon", "a line without colon [P61]", head([["X-A", ""]], odd("no-colon"))],
  ])("Ambiguous, %s: %s", (reason, _, request) => {
    expect(classifyDesync(request)).toEqual({ class: "Ambiguous", reason });
  });

  it.each<[string, string, RawHead]>([
    ["GetHeadZeroContentLength", "a length of 0 on GET [P61]", get([length("0")])],
    ["SpaceInUri", "a space in the URI [P61]", get([], { target: "/a b" })],
    ["NonCompliantHeader", "odd characters in an unimportant name [P61]", head([["X(A)", "1"]])],
    [
      "NonCompliantHeader",
      "odd characters in an unimportant value [P61]",
      head([["X-A", "\x01"]], odd("control")),
    ],
    ["NonCompliantVersion", "HTTP/0.9 [P61]", get([], { version: "" })],
    ["NonCompliantVersion", "HTTP/1.2 [P61]", get([], { version: "HTTP/1.2" })],
    ["NonCrLfLineTermination", "a lone LF [P61]", get([], odd("bare-lf"))],
  ])("Acceptable, %s: %s", (reason, _, request) => {
    expect(classifyDesync(request)).toEqual({ class: "Acceptable", reason });
  });

  it.each<[string, RawHead]>([
    ["a GET without length, whatever the AWS table says [P62]", get()],
    ["a POST with a length", head([length("1")])],
    ["a POST with chunks", head([["transfer-encoding", "Chunked"]])],
    [
      "names that only begin alike",
      head([
        ["Content-Length-Range", "1"],
        ["Transfer-Encodings", "1"],
      ]),
    ],
    ["HTTP/2, whatever it holds [P61]", head([length("1"), length("2")], { version: "HTTP/2.0" })],
  ])("Compliant: %s", (_, request) => {
    expect(classifyDesync(request)).toEqual({ class: "Compliant", reason: "Compliant" });
  });

  it("the worst class wins, and its first reason", () => {
    const request = get([length("1"), CHUNKED, ["Transfer_Encoding", "x"]], { target: "/a b" });
    expect(classifyDesync(request)).toEqual({ class: "Ambiguous", reason: "SuspiciousHeader" });
  });
});

it.each<[string, Record<DesyncClass, string>]>([
  ["monitor", { Compliant: "pass", Acceptable: "pass", Ambiguous: "pass", Severe: "pass" }],
  ["defensive", { Compliant: "pass", Acceptable: "pass", Ambiguous: "close", Severe: "refuse" }],
  ["strictest", { Compliant: "pass", Acceptable: "refuse", Ambiguous: "refuse", Severe: "refuse" }],
  ["constructor", { Compliant: "pass", Acceptable: "pass", Ambiguous: "close", Severe: "refuse" }],
])("mode %s treats the classes as AWS's table says [P60]", (mode, treatments) => {
  for (const [desyncClass, treatment] of Object.entries(treatments))
    expect(applyDesyncMode(mode, desyncClass as DesyncClass)).toBe(treatment);
});
