import { applyDesyncMode, examineHead, type RawHead } from "../../../lab/alb";
import { get, head, odd } from "./heads";

const CHUNKED = ["Transfer-Encoding", "chunked"] as const;
const length = (value: string) => ["Content-Length", value] as const;

const bodyOf = (request: RawHead) => {
  const examined = examineHead(request);
  return examined.failure ?? examined.body;
};

describe("requests that two servers could read differently", () => {
  it.each<[string, RawHead]>([
    ["a length and a coding [smuggling R1, R2, R3]", head([length("6"), CHUNKED])],
    ["a coding and a length behind it [smuggling R3]", head([CHUNKED, length("4")])],
    ["two codings in two lines [smuggling R5]", head([CHUNKED, CHUNKED])],
    ["two codings in one line [smuggling R5]", head([["Transfer-Encoding", "chunked, chunked"]])],
    ["chunked, then identity [smuggling R5]", head([["Transfer-Encoding", "chunked, identity"]])],
    ["a space before the colon of a coding [smuggling R8]", head([["Transfer-Encoding ", "chunked"]])],
    ["a tab before the colon of a coding [smuggling R8]", head([["Transfer-Encoding\t", "chunked"]])],
    [
      "a first header line with a space before it [smuggling R9]",
      head([[" Transfer-Encoding", "chunked"]], odd("leading-space")),
    ],
    ["a folded value [smuggling R9]", head([CHUNKED], odd("folded"))],
    [
      "a vertical tab in a coding [smuggling R9]",
      head([["Transfer-Encoding", "\x0bchunked"]], odd("control")),
    ],
    ["0x11 behind a coding [smuggling R9]", head([["Transfer-Encoding", "chunked\x11"]], odd("control"))],
    ["a quoted coding [smuggling R9]", head([["Transfer-Encoding", '"chunked"']])],
    ["0x01 before a name [smuggling R12]", head([["\x01X-A", "1"]], odd("control"))],
    ["NUL in a value [smuggling R12]", head([["X-A", "1\0"]], odd("control"))],
    ["a lone CR in a value [smuggling R12]", head([["X-A", "1\r2"]], odd("bare-cr"))],
    ["a lone LF at the end of a line [smuggling R13]", head([["X-A", "1"]], odd("bare-lf"))],
    ["two lengths [smuggling R15]", head([length("3"), length("4")])],
    ["a space before the colon of a length [smuggling R17]", head([["Content-Length ", "3"]])],
    ["an empty name [smuggling R33]", head([["", "1"]])],
    ["a space in a name [smuggling R33]", head([["X A", "1"]])],
    ["a name outside ASCII [smuggling R33]", head([["X-\u00e4", "1"]], odd("eight-bit"))],
    ["a line without colon [smuggling R33]", head([["X-A", ""]], odd("no-colon"))],
    ["a method that is no token [P61]", head([], { method: "GE(T" })],
    ["an empty method", head([], { method: "" })],
  ])("%s", (_, request) => {
    expect(bodyOf(request)).toBe("malformed-request");
  });

  it.each(["+3", "-1", "0x3", "1_0", "", "3 4", "3,3", "1.5", "18446744073709551616", "9007199254740992"])(
    "a length of %j [smuggling R16]",
    (value) => {
      expect(bodyOf(head([length(value)]))).toBe("malformed-request");
    },
  );

  it.each(["/a\tb", "/a\0b", "/a\x01b", "/a b", "/\u00e4", "/ HTTP/1.1", ""])(
    "a target of %j [smuggling R30]",
    (target) => {
      expect(bodyOf(get([], { target }))).toBe("malformed-request");
    },
  );
});

describe("codings", () => {
  it.each([["xchunked"], ["gzip"], ["gzip, chunked"], ["chunked;q=1"]])(
    "%s is not implemented, with or without a length [P26, E501, smuggling R4]",
    (value) => {
      expect(bodyOf(head([["Transfer-Encoding", value]]))).toBe("unsupported-transfer-encoding");
      expect(bodyOf(head([["Transfer-Encoding", value], length("3")]))).toBe("unsupported-transfer-encoding");
    },
  );

  it("identity alone says nothing: no body follows [P26, smuggling R6]", () => {
    expect(bodyOf(head([["Transfer-Encoding", "identity"]]))).toEqual({ framing: "none" });
  });

  it("chunked is read in any case [smuggling R10]", () => {
    expect(bodyOf(head([["Transfer-Encoding", "ChUnKeD"]]))).toEqual({ framing: "chunked" });
  });
});

describe("a body", () => {
  it("of GET and DELETE keeps its length [smuggling R21, R35]", () => {
    expect(bodyOf(get([length("5")]))).toEqual({ framing: "length", bytes: 5 });
    expect(bodyOf(head([length("5")], { method: "DELETE" }))).toEqual({ framing: "length", bytes: 5 });
  });

  it("whose length is said twice alike has that length [P61]", () => {
    expect(bodyOf(head([length("5"), length("5")]))).toEqual({ framing: "length", bytes: 5 });
  });

  it("of an underscore twin is no body [P-32]", () => {
    expect(bodyOf(head([["Transfer_Encoding", "chunked"]]))).toEqual({ framing: "none" });
  });

  it("of no length and no coding is none", () => {
    expect(bodyOf(head())).toEqual({ framing: "none" });
  });
});

describe("versions", () => {
  it.each(["", "HTTP/0.9", "HTTP/1.2", "HTTP/2.0", "HTTP/2", "HTTP/3.0"])(
    "%j is not supported [E505, smuggling R25, R26, R27]",
    (version) => {
      expect(bodyOf(get([], { version }))).toBe("unsupported-version");
    },
  );

  it("the HTTP/2 preface on an HTTP/1 connection is an unexpected version [E505]", () => {
    expect(bodyOf({ ...get([], { method: "PRI", target: "*", version: "HTTP/2.0" }), headers: [] })).toBe(
      "unsupported-version",
    );
  });

  it.each(["HTTP/1.10", "http/1.1", "HTTPS/1.1", "1.1"])("%j is malformed", (version) => {
    expect(bodyOf(get([], { version }))).toBe("malformed-request");
  });
});

it.each([
  ["\x16\x03\x01\x02", ""],
  ["GET", "/ http/1.1"],
])("bytes that are no HTTP at all are malformed: %j %j", (method, target) => {
  expect(bodyOf(get([], { method, target, version: "" }))).toBe("malformed-request");
});

describe("sizes", () => {
  const value = (lineBytes: number) => "a".repeat(lineBytes - "X-A: ".length);

  it("a header line of 16,383 bytes passes, one of 16,384 does not [P40, P-23]", () => {
    expect(examineHead(get([["X-A", value(16_383)]])).failure).toBeUndefined();
    expect(examineHead(get([["X-A", value(16_384)]])).failure).toBe("header-too-long");
  });

  it("headers of 64 K together do not pass [P40, P-23]", () => {
    const lines = Array.from({ length: 5 }, () => ["X-A", value(13_500)] as const);
    expect(examineHead(get(lines.slice(1))).failure).toBeUndefined();
    expect(examineHead(get(lines)).failure).toBe("headers-too-long");
  });

  it("a request line of 17 K does not pass [P40, P-23]", () => {
    expect(examineHead(get([], { target: `/${"a".repeat(17_000)}` })).failure).toBe("request-line-too-long");
  });

  it.each([101, 1001, 5000])("%d fields do not pass, 100 do [P-24]", (count) => {
    const lines = (fields: number) => Array.from({ length: fields - 1 }, () => ["a", "1"] as const);
    expect(examineHead(get(lines(100))).failure).toBeUndefined();
    expect(examineHead(get(lines(count))).failure).toBe("too-many-headers");
  });
});

describe("what a client asks of its connection", () => {
  const webSocket = [
    ["Connection", "keep-alive, Upgrade"],
    ["Upgrade", "websocket"],
  ] as const;

  it("a WebSocket is an upgrade [P31]", () => {
    expect(examineHead(get(webSocket))).toMatchObject({ upgrade: "websocket" });
  });

  it.each<[string, RawHead]>([
    [
      "h2c",
      get([
        ["Connection", "Upgrade, HTTP2-Settings"],
        ["Upgrade", "h2c"],
        ["HTTP2-Settings", "AAMAAABk"],
      ]),
    ],
    ["a WebSocket with a body", get([...webSocket, length("5")])],
    ["a WebSocket by HTTP/1.0", get(webSocket, { version: "HTTP/1.0" })],
    ["a WebSocket that Connection does not name", get([["Upgrade", "websocket"]])],
  ])("%s is none [smuggling R38]", (_, request) => {
    const examined = examineHead(request);
    expect(examined.failure).toBeUndefined();
    expect(examined).not.toHaveProperty("upgrade");
  });

  it("100-continue is taken up in HTTP/1.1 only [P25, smuggling R37]", () => {
    const expecting = [["Expect", "100-Continue"], length("5")] as const;
    expect(examineHead(head(expecting))).toMatchObject({ expectsContinue: true });
    expect(examineHead(head(expecting, { version: "HTTP/1.0" }))).toMatchObject({ expectsContinue: false });
  });

  it.each<[string, string | undefined, boolean]>([
    ["HTTP/1.1", undefined, true],
    ["HTTP/1.1", "Close", false],
    ["HTTP/1.0", undefined, false],
    ["HTTP/1.0", "Keep-Alive", true],
  ])("%s with Connection %s keeps it: %s [P23]", (version, connection, keepAlive) => {
    const lines = connection === undefined ? [] : ([["Connection", connection]] as const);
    expect(examineHead(get(lines, { version }))).toMatchObject({ keepAlive });
  });
});

it("a body of GET costs both connections in defensive mode and is refused in strictest [P60, smuggling R21]", () => {
  const { desync } = examineHead(get([length("5")]));
  expect(applyDesyncMode("defensive", desync.class)).toBe("close");
  expect(applyDesyncMode("strictest", desync.class)).toBe("refuse");
});

it("a length of 0 on GET passes, but not in strictest mode [P60, smuggling R23]", () => {
  const { desync } = examineHead(get([length("0")]));
  expect(applyDesyncMode("defensive", desync.class)).toBe("pass");
  expect(applyDesyncMode("strictest", desync.class)).toBe("refuse");
});
