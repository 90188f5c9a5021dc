import fc from "fast-check";
import {
  accessLogEntry,
  classifyDesync,
  examineHead,
  examineRequest,
  listenerHeaders,
  NO_ODDITIES,
  type Oddity,
  type RawHead,
  requestHeaders,
  responseHeaders,
} from "../../../lab/alb";
import { head, namesOf, valuesOf } from "./heads";

const SINGLE = ["host", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-port", "x-amzn-trace-id"];
const SPECIAL = [
  ...[
    "Content-Length",
    "Transfer-Encoding",
    "Transfer_Encoding",
    "content-length ",
    "Connection",
    "Upgrade",
    "Host",
  ],
  ...[
    "X-Forwarded-For",
    "x-forwarded-proto",
    "X-Amzn-Trace-Id",
    "TE",
    "Expect",
    "__proto__",
    "constructor",
    "Cookie",
  ],
];
const VALUES = [
  "0",
  "5",
  "chunked",
  "identity",
  "x-a, keep-alive",
  "close",
  "websocket",
  "1.2.3.4",
  "Root=1;Self=2",
];

const character = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
const text = fc.string({ unit: character, maxLength: 20 });
const name = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/) },
  { weight: 6, arbitrary: fc.constantFrom(...SPECIAL) },
  { weight: 1, arbitrary: text },
);
const value = fc.oneof(
  { weight: 9, arbitrary: fc.oneof(fc.constantFrom(...VALUES), fc.ipV4(), fc.ipV6()) },
  { weight: 1, arbitrary: text },
);
const lines = fc.array(fc.tuple(name, value), { maxLength: 6 });

/** What the parser would report of these characters. */
function oddities(all: string): readonly Oddity[] {
  const found: Oddity[] = [];
  if (/[\r\n]/.test(all)) found.push("bare-cr");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(all)) found.push("control");
  if (/[\x80-\xff]/.test(all)) found.push("eight-bit");
  return found.length === 0 ? NO_ODDITIES : found;
}

const heads: fc.Arbitrary<RawHead> = fc
  .record({
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom("GET", "POST", "HEAD", "DELETE") },
      { weight: 1, arbitrary: text },
    ),
    target: fc.oneof(
      { weight: 9, arbitrary: fc.webPath().map((path) => `/${path}`) },
      { weight: 1, arbitrary: text },
    ),
    version: fc.constantFrom("HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", ""),
    lines,
  })
  .map(({ lines: some, ...parts }) =>
    head(some, { ...parts, oddities: oddities([parts.method, parts.target, ...some.flat()].join("")) }),
  );

const settings = fc.record({
  dropInvalidHeaderFields: fc.boolean(),
  preserveHostHeader: fc.constant(false),
  tlsVersionAndCipherHeaders: fc.boolean(),
  xffClientPort: fc.boolean(),
  xffHeaderProcessingMode: fc.constantFrom("append", "preserve", "remove"),
});
const client = fc.record({
  clientAddress: fc.oneof(fc.ipV4(), fc.ipV6()),
  clientPort: fc.integer({ min: 1, max: 65_535 }),
});

const writer = (attributes: Parameters<typeof requestHeaders>[0]["attributes"]) =>
  requestHeaders({ attributes, protocol: "http", port: 80, dnsName: "lb.example" });

it("a head that is let through gives target headers without line breaks, and each of ours at most once", () => {
  fc.assert(
    fc.property(heads, settings, client, (raw, attributes, from) => {
      if (examineHead(raw).failure !== undefined) return;
      const { common, own } = writer(attributes)(raw.headers, { host: "a" });
      const headers = [...common, ...own(from, "1-0-0").headers];
      expect(headers.join("")).not.toMatch(/[\r\n\0]/);
      const names = namesOf(headers).map((name) => name.toLowerCase());
      const single =
        attributes.xffHeaderProcessingMode === "preserve"
          ? SINGLE.filter((name) => name !== "x-forwarded-for")
          : SINGLE;
      for (const name of single)
        expect(names.filter((other) => other === name).length).toBeLessThanOrEqual(1);
      for (const name of ["content-length", "transfer-encoding", "connection", "te", "expect", "upgrade"])
        expect(names).not.toContain(name);
    }),
    { numRuns: 1000 },
  );
});

it("the rightmost address that a target is told in append mode is the peer's [P2, P-29]", () => {
  fc.assert(
    fc.property(lines, settings, client, (some, attributes, from) => {
      const append = { ...attributes, xffHeaderProcessingMode: "append", xffClientPort: false };
      const { common, own } = writer(append)(some.flat(), undefined);
      const headers = [...common, ...own(from, "1-0-0").headers];
      const forwarded = valuesOf(headers, "x-forwarded-for");
      expect(forwarded).toHaveLength(1);
      expect(forwarded[0]!.split(", ").at(-1)).toBe(from.clientAddress);
    }),
    { numRuns: 500 },
  );
});

it("a head is refused or has exactly one framing; a clear one says what the head says", () => {
  fc.assert(
    fc.property(heads, (raw) => {
      const examined = examineHead(raw);
      if (examined.failure !== undefined) return;
      const lengths = valuesOf(raw.headers, "content-length");
      const codings = valuesOf(raw.headers, "transfer-encoding");
      expect(lengths.length > 0 && codings.length > 0).toBe(false);
      expect(examined.body).toEqual(
        lengths.length > 0
          ? { framing: "length", bytes: Number(lengths[0]) }
          : { framing: codings[0]?.toLowerCase() === "chunked" ? "chunked" : "none" },
      );
    }),
    { numRuns: 1000 },
  );
});

it("whatever is sent, nothing throws and nothing is polluted [P-70]", () => {
  fc.assert(
    fc.property(heads, (raw) => {
      classifyDesync(raw);
      const version = raw.version === "HTTP/1.0" ? "1.0" : "1.1";
      examineRequest(
        { method: raw.method, target: raw.target, version, headers: raw.headers },
        { preserveHostHeader: true },
      );
      responseHeaders(listenerHeaders({}))(raw.headers, []);
      expect(Object.keys({}.constructor.prototype)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it("one request is one line of the log, with as many fields as any other [P-67]", () => {
  fc.assert(
    fc.property(
      text,
      text,
      text,
      text,
      fc.string({ unit: "binary" }),
      (method, target, host, userAgent, serverName) => {
        const line = accessLogEntry({
          type: "https",
          timeMs: 0,
          loadBalancer: "app/a/1",
          client: { address: "::1", port: 1 },
          requestProcessingMs: -1,
          targetProcessingMs: -1,
          responseProcessingMs: -1,
          status: 400,
          receivedBytes: 0,
          sentBytes: 0,
          request: { method, host, target, version: "1.1" },
          listener: { protocol: "https", port: 443, dnsName: "lb" },
          userAgent,
          tls: { cipher: userAgent, version: host, serverName },
          createdMs: 0,
          actions: [],
        });
        expect(line).toMatch(/^[ -~]+$/);
        expect(line.match(/"[^"]*"|[^ ]+/g)).toHaveLength(33);
      },
    ),
    { numRuns: 500 },
  );
});
