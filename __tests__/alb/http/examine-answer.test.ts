import { examineAnswer, type Oddity, type RawAnswerHead } from "../../../lab/alb";
import { answerHead } from "./heads";

const GET = { method: "GET", upgrade: false };
const CHUNKED = ["Transfer-Encoding", "chunked"] as const;
const length = (value: string) => ["Content-Length", value] as const;

describe("answers that are malformed", () => {
  it.each<[string, RawAnswerHead]>([
    ["two equal lengths", answerHead([length("2"), length("2")])],
    ["two different lengths", answerHead([length("2"), length("3")])],
    ["a list of lengths", answerHead([length("2, 2")])],
    ["a length of +2", answerHead([length("+2")])],
    ["an empty length", answerHead([length("")])],
    ["a length and a coding", answerHead([length("2"), CHUNKED])],
    ["chunked twice", answerHead([["Transfer-Encoding", "chunked, chunked"]])],
    ["chunked in two lines", answerHead([CHUNKED, CHUNKED])],
    ["an unknown coding", answerHead([["Transfer-Encoding", "gzip"]])],
    ["chunked by HTTP/1.0", answerHead([CHUNKED], { version: "HTTP/1.0" })],
    ["HTTP/2.0 in the status line", answerHead([], { version: "HTTP/2.0" })],
    ["no HTTP at all", answerHead([], { version: "SSH-2.0-OpenSSH" })],
    ["an unasked 101", answerHead([["Upgrade", "websocket"]], { status: "101" })],
    ["a space before a colon", answerHead([["X-A ", "1"]])],
    ["an empty name", answerHead([["", "1"]])],
  ])("%s [E502, P-13]", (_, head) => {
    expect(examineAnswer(head, GET)).toEqual({ failure: "target-malformed" });
  });

  it.each(["99", "099", "1000", "600", "000", "2xx", "", "-20", "20 "])(
    "a status of %j [E502, P-13]",
    (status) => {
      expect(examineAnswer(answerHead([], { status }), GET)).toEqual({ failure: "target-malformed" });
    },
  );

  it.each<Oddity>(["bare-lf", "bare-cr", "control", "folded", "leading-space", "no-colon"])(
    "%s [E502, P-13]",
    (oddity) => {
      expect(examineAnswer(answerHead([], { oddities: [oddity] }), GET)).toEqual({
        failure: "target-malformed",
      });
    },
  );

  it("headers of 32 K, one byte less passes [E502, P40, P-25]", () => {
    const sized = (headers: number) =>
      answerHead([], { sizes: { firstLine: 15, longestHeader: 10, headers } });
    expect(examineAnswer(sized(32_768), GET)).toEqual({ failure: "target-headers-too-long" });
    expect(examineAnswer(sized(32_767), GET).failure).toBeUndefined();
  });
});

describe("the end of an answer", () => {
  it.each<[string, RawAnswerHead, object]>([
    ["by its length", answerHead([length("5")]), { body: { framing: "length", bytes: 5 }, reuse: true }],
    [
      "by its chunks",
      answerHead([["transfer-encoding", "Chunked"]]),
      { body: { framing: "chunked" }, reuse: true },
    ],
    ["by the target's close", answerHead([]), { body: { framing: "close" }, reuse: false }],
    ["at once for 204", answerHead([], { status: "204" }), { body: { framing: "none" }, reuse: true }],
    [
      "at once for 304, whatever its length",
      answerHead([length("5")], { status: "304" }),
      { body: { framing: "none" }, reuse: true },
    ],
    ["at once for 103", answerHead([], { status: "103" }), { body: { framing: "none" }, reuse: true }],
  ])("is found %s", (_, head, expected) => {
    expect(examineAnswer(head, GET)).toMatchObject(expected);
  });

  it("HEAD has no body, whatever the length", () => {
    const asked = { method: "HEAD", upgrade: false };
    expect(examineAnswer(answerHead([length("5")]), asked)).toMatchObject({
      body: { framing: "none" },
      reuse: true,
    });
  });

  it("101 passes when it was asked for [P31]", () => {
    const asked = { method: "GET", upgrade: true };
    expect(examineAnswer(answerHead([], { status: "101" }), asked)).toMatchObject({ status: 101 });
  });

  it("bytes beyond ASCII in a value pass", () => {
    expect(
      examineAnswer(answerHead([["X-A", "\u00e4"]], { oddities: ["eight-bit"] }), GET).failure,
    ).toBeUndefined();
  });
});

describe("the target's connection", () => {
  it.each<[string, string, string | undefined, boolean]>([
    ["stays open", "HTTP/1.1", undefined, true],
    ["is not used again after Connection: close [P24]", "HTTP/1.1", "Close", false],
    ["is not used again after HTTP/1.0", "HTTP/1.0", undefined, false],
    ["stays open after HTTP/1.0 with keep-alive", "HTTP/1.0", "keep-alive", true],
  ])("%s", (_, version, connection, reuse) => {
    const lines = [length("1"), ...(connection === undefined ? [] : [["Connection", connection] as const])];
    expect(examineAnswer(answerHead(lines, { version }), GET)).toMatchObject({ reuse });
  });

  it.each([[length("5")], [CHUNKED]])("is not used again after a 204 with %j [P-13]", (line) => {
    expect(examineAnswer(answerHead([line], { status: "204" }), GET)).toMatchObject({ reuse: false });
  });
});
