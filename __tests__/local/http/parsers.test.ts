import fc from "fast-check";
import { AnswerReader } from "../../../lab/local/http/answer-reader";
import { bodyReader } from "../../../lab/local/http/body-reader";
import { HeadBuffer } from "../../../lab/local/http/head-buffer";
import { parseRequestHead } from "../../../lab/local/http/parse-head";
import { RequestReader } from "../../../lab/local/http/request-reader";

/** The bytes in pieces, cut at these places. */
function pieces(text: string, cuts: readonly number[]): Buffer[] {
  const bytes = Buffer.from(text, "latin1");
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return at.slice(1).map((end, index) => bytes.subarray(at[index], end));
}

const CUTS = fc.array(fc.nat(2_000), { maxLength: 12 });

/** What a chunked body is read as: its data, its trailers, how much is left over. */
function readChunks(parts: readonly Buffer[]): unknown {
  const reader = bodyReader({ framing: "chunked" })!;
  let data = "";
  let end: unknown = "open";
  let left = "";
  const sink = {
    bodyData: (chunk: Buffer) => {
      data += chunk.toString("latin1");
    },
    bodyEnd: (trailers: unknown) => {
      end = trailers;
    },
  };
  for (const part of parts) {
    if (reader.done) {
      left += part.toString("latin1");
      continue;
    }
    const taken = reader.read(part, sink);
    if (taken < 0) return { data: undefined, end: "malformed" };
    left += part.subarray(taken).toString("latin1");
  }
  return { data, end, left };
}

/** What a client's bytes are read as: heads with their bodies, until something is refused. */
class Reading {
  readonly seen: string[] = [];
  private readonly input = new RequestReader();
  private state: "head" | "body" | "over" = "head";

  read(parts: readonly Buffer[]): string[] {
    for (const part of parts) {
      if (this.state !== "over" && part.length > 0) this.input.add(part);
      while (this.state === "head" && this.input.held > 0 && this.next());
    }
    return this.seen;
  }

  private next(): boolean {
    const request = this.input.takeRequest();
    if (request === undefined) return false;
    if ("failure" in request) {
      this.seen.push(request.failure);
      this.state = "over";
      return false;
    }
    const { method, target, body } = request.head;
    this.seen.push(`${method} ${target} `);
    if (bodyReader(body) === undefined) return true;
    this.state = "body";
    this.input.startBody(this);
    return true;
  }

  bodyData(chunk: Buffer): void {
    this.seen[this.seen.length - 1] += chunk.toString("latin1");
  }

  bodyEnd(): void {
    this.state = "head";
  }

  bodyMalformed(): void {
    this.state = "over";
    this.seen[this.seen.length - 1] = "malformed body";
  }
}

const CHUNK = fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 40 });
const CHUNKED = fc
  .tuple(
    fc.array(CHUNK, { maxLength: 5 }),
    fc.constantFrom("", ";a=b", ";x"),
    fc.constantFrom("", "X-T: 1\r\n"),
  )
  .map(([chunks, extension, trailers]) => ({
    data: chunks.join(""),
    bytes: `${chunks.map((chunk) => `${chunk.length.toString(16)}${extension}\r\n${chunk}\r\n`).join("")}0\r\n${trailers}\r\n`,
  }));

describe("the chunked coding", () => {
  it("gives the same data wherever the bytes are cut", () => {
    fc.assert(
      fc.property(CHUNKED, CUTS, fc.string({ maxLength: 5 }), ({ data, bytes }, cuts, rest) => {
        const whole = readChunks([Buffer.from(bytes + rest, "latin1")]);
        expect(whole).toMatchObject({ data });
        expect(readChunks(pieces(bytes + rest, cuts))).toEqual(whole);
      }),
    );
  });

  it("judges damaged bytes alike wherever they are cut, and never throws", () => {
    fc.assert(
      fc.property(CHUNKED, fc.nat(400), fc.nat(255), CUTS, ({ bytes }, place, byte, cuts) => {
        const at = place % bytes.length;
        const damaged = bytes.slice(0, at) + String.fromCharCode(byte) + bytes.slice(at + 1);
        expect(readChunks(pieces(damaged, cuts))).toEqual(readChunks([Buffer.from(damaged, "latin1")]));
      }),
    );
  });

  it.each([
    ["a size of 14 digits", "00000000000003\r\nabc\r\n"],
    ["no size", "\r\n"],
    ["a size with a sign", "+3\r\nabc\r\n"],
    ["a space after the size", "3 \r\nabc\r\n"],
    ["17 K of trailers", `0\r\nX: ${"a".repeat(17_000)}\r\n\r\n`],
    ["a trailer without a colon", "0\r\nX\r\n\r\n"],
    ["a folded trailer", "0\r\nX: a\r\n b\r\n\r\n"],
    ["extensions of 17 K in all", `1;${"a".repeat(50)}\r\nx\r\n`.repeat(340)],
  ])("does not take %s", (_name, text) => {
    expect(readChunks([Buffer.from(text)])).toMatchObject({ end: "malformed" });
  });

  it("trailers that would change the message are left out", () => {
    const text = "0\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\nHost: a\r\nX-Sum: 1\r\n\r\n";
    expect(readChunks([Buffer.from(text)])).toEqual({ data: "", end: ["X-Sum", "1"], left: "" });
  });
});

const LINE = fc.constantFrom(
  "GET / HTTP/1.1",
  "POST /a HTTP/1.1",
  "HEAD /b HTTP/1.0",
  "GET /c",
  "X HTTP/1.1",
);
const FIELD = fc.constantFrom(
  "Host: a",
  "Content-Length: 3",
  "Transfer-Encoding: chunked",
  "X: y",
  " folded",
  "nocolon",
  "X : y",
  "X: \x01",
);
const END = fc.oneof(
  { weight: 9, arbitrary: fc.constant("\r\n") },
  { weight: 1, arbitrary: fc.constant("\n") },
);
const BODY = fc.constantFrom("", "abc", "3\r\nabc\r\n0\r\n\r\n", "zz");
const REQUEST = fc
  .tuple(LINE, fc.array(fc.tuple(FIELD, END), { maxLength: 4 }), BODY)
  .map(([line, fields, body]) => `${line}\r\n${fields.map((pair) => pair.join("")).join("")}\r\n${body}`);

describe("requests of a connection", () => {
  it("are read alike wherever the bytes are cut", () => {
    fc.assert(
      fc.property(fc.array(REQUEST, { minLength: 1, maxLength: 3 }), CUTS, (requests, cuts) => {
        const bytes = requests.join("");
        const whole = new Reading().read([Buffer.from(bytes, "latin1")]);
        const cut = new Reading().read(pieces(bytes, cuts));
        // What is wrong with a head may be known before its end: then it is refused earlier, for a reason of its own.
        const comparable = (seen: readonly string[]) =>
          seen.map((one) => (/^[a-z]+-[a-z-]+$/.test(one) ? "refused" : one));
        expect(comparable(cut)).toEqual(comparable(whole));
      }),
      { numRuns: 400 },
    );
  });

  it("of any bytes at all never make the reader throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), CUTS, (bytes, cuts) => {
        new Reading().read(pieces(Buffer.from(bytes).toString("latin1"), cuts));
        const reader = new AnswerReader(
          { method: "GET", upgrade: false },
          { answerHead() {}, answerData() {} },
          new HeadBuffer(),
        );
        reader.read(Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\n"), bytes]));
      }),
    );
  });
});

describe("a head", () => {
  it("is told apart as it was sent, with its sizes", () => {
    const head = parseRequestHead("POST /a?b HTTP/1.1\r\nHost: lab.test\r\nX:  y\t\r\n\r\n");
    expect(head).toEqual({
      method: "POST",
      target: "/a?b",
      version: "HTTP/1.1",
      headers: ["Host", "lab.test", "X", "y"],
      sizes: { firstLine: 18, longestHeader: 14, headers: 20 },
      oddities: [],
    });
  });

  it.each([
    ["bare-lf", "GET / HTTP/1.1\nHost: a\r\n\r\n"],
    ["bare-lf", "GET / HTTP/1.1\r\n\n"],
    ["bare-cr", "GET / HTTP/1.1\r\nX: a\rb\r\n\r\n"],
    ["control", "GET / HTTP/1.1\r\nX: a\x7f\r\n\r\n"],
    ["eight-bit", "GET / HTTP/1.1\r\nX: \xe4\r\n\r\n"],
    ["folded", "GET / HTTP/1.1\r\nX: a\r\n b\r\n\r\n"],
    ["folded", "GET / HTTP/1.1\r\nX: a\r\n\tb\r\n\r\n"],
    ["leading-space", "GET / HTTP/1.1\r\n X: a\r\n\r\n"],
    ["no-colon", "GET / HTTP/1.1\r\nX\r\n\r\n"],
  ])("%s is named: %j", (oddity, text) => {
    expect(parseRequestHead(text).oddities).toEqual([oddity]);
  });
});
