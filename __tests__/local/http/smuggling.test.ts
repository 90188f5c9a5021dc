import { closeAll, startHttpTarget, startLab } from "./support/lab";

afterEach(closeAll);

const MARKER = "GET /marker HTTP/1.1\r\nHost: lab.test\r\n\r\n";
const HOST = "Host: lab.test\r\n";
const CHUNKED = "Transfer-Encoding: chunked\r\n";
const BODY = "3\r\nabc\r\n0\r\n\r\n";

const post = (headers: string, body = "") => `POST /x HTTP/1.1\r\n${HOST}${headers}\r\n${body}`;
const get = (target: string) => `GET ${target} HTTP/1.1\r\n${HOST}\r\n`;
const inner = `GET /smuggled HTTP/1.1\r\n${HOST}\r\n`;

/** What is sent, the statuses of all answers with the marker behind it, and what the target saw. */
type Case = readonly [name: string, bytes: string, statuses: readonly number[], journal: readonly string[]];

/** Refused and closed: the marker is not answered, nothing reached the target. */
const refused = (name: string, bytes: string, status = 400): Case => [name, bytes, [status], []];
/** Let through, and the marker after it. */
const passed = (name: string, bytes: string, seen: string): Case => [
  name,
  bytes,
  [200, 200],
  [seen, "GET /marker"],
];

const DEFENSIVE: readonly Case[] = [
  refused("CL.TE [smuggling R1]", post(`Content-Length: 6\r\n${CHUNKED}`, "0\r\n\r\nG")),
  refused(
    "CL.TE with a whole request [smuggling R2]",
    post(`Content-Length: 80\r\n${CHUNKED}`, `0\r\n\r\n${inner}`),
  ),
  refused(
    "TE.CL [smuggling R3]",
    post(`Content-Length: 4\r\n${CHUNKED}`, "5c\r\nGPOST / HTTP/1.1\r\n\r\n0\r\n\r\n"),
  ),
  refused("unknown coding [smuggling R4, P26, E501]", post("Transfer-Encoding: xchunked\r\n", BODY), 501),
  refused(
    "unknown coding with a length [smuggling R4]",
    post("Transfer-Encoding: xchunked\r\nContent-Length: 3\r\n", "abc"),
    501,
  ),
  refused("two chunked lines [smuggling R5]", post(CHUNKED + CHUNKED, BODY)),
  refused("chunked twice in a list [smuggling R5]", post("Transfer-Encoding: chunked, chunked\r\n", BODY)),
  refused("chunked, identity [smuggling R5]", post("Transfer-Encoding: chunked, identity\r\n", BODY)),
  passed("identity alone has no body [smuggling R6]", post("Transfer-Encoding: identity\r\n"), "POST /x"),
  refused("space before the colon [smuggling R8]", post("Transfer-Encoding : chunked\r\n", BODY)),
  refused("tab before the colon [smuggling R8]", post("Transfer-Encoding\t: chunked\r\n", BODY)),
  refused(
    "leading space [smuggling R9]",
    `POST /x HTTP/1.1\r\n Transfer-Encoding: chunked\r\n${HOST}\r\n${BODY}`,
  ),
  refused("folded value [smuggling R9]", post("Transfer-Encoding:\r\n chunked\r\n", BODY)),
  refused("vertical tab [smuggling R9]", post("Transfer-Encoding: \x0bchunked\r\n", BODY)),
  refused("trailing 0x11 [smuggling R9]", post("Transfer-Encoding: chunked\x11\r\n", BODY)),
  refused("quoted value [smuggling R9]", post('Transfer-Encoding: "chunked"\r\n', BODY)),
  passed("case of the coding [smuggling R10]", post("Transfer-Encoding: ChUnKeD\r\n", BODY), "POST /x abc"),
  refused("0x01 before a name [smuggling R12]", post("\x01X: a\r\n")),
  refused("NUL in a value [smuggling R12]", post("X: a\0b\r\n")),
  refused("bare CR in a value [smuggling R12]", post("X: a\rb\r\n")),
  refused("bare LF after one header [smuggling R13]", `GET /x HTTP/1.1\r\n${HOST.trim()}\nX: a\r\n\r\n`),
  refused("bare LF everywhere [smuggling R13]", "GET /x HTTP/1.1\nHost: lab.test\n\n"),
  ["bare LF before the next [smuggling R13]", `${get("/x")}\n`, [200, 400], ["GET /x"]],
  refused("two lengths [smuggling R15]", post("Content-Length: 3\r\nContent-Length: 4\r\n", "abc")),
  ...["+3", "-1", "0x3", "1_0", "", "3 4", "18446744073709551616", "3,3", "1000.1"].map((value) =>
    refused(`Content-Length '${value}' [smuggling R16]`, post(`Content-Length: ${value}\r\n`, "abc")),
  ),
  refused("space before the colon of a length [smuggling R17]", post("Content-Length : 3\r\n", "abc")),
  passed(
    "a chunk extension is dropped [smuggling R19]",
    post(CHUNKED, "3;a=b\r\nabc\r\n0\r\n\r\n"),
    "POST /x abc",
  ),
  refused("extension with bare LF [smuggling R19]", post(CHUNKED, "3;a\nabc\r\n0\r\n\r\n")),
  refused("extension with bare CR [smuggling R19]", post(CHUNKED, "3;a\rb\r\nabc\r\n0\r\n\r\n")),
  refused("20 KB of extension [smuggling R19]", post(CHUNKED, `3;${"a".repeat(20_000)}\r\nabc\r\n0\r\n\r\n`)),
  refused("size in no hex digits [smuggling R19]", post(CHUNKED, "0x3\r\nabc\r\n0\r\n\r\n")),
  refused("data longer than its size [smuggling R19]", post(CHUNKED, "3\r\nabcd\r\n0\r\n\r\n")),
  [
    "GET with a body [smuggling R21]",
    `GET /x HTTP/1.1\r\n${HOST}Content-Length: 3\r\n\r\nabc`,
    [200],
    ["GET /x abc"],
  ],
  passed(
    "GET with length 0 [smuggling R23]",
    `GET /x HTTP/1.1\r\n${HOST}Content-Length: 0\r\n\r\n`,
    "GET /x",
  ),
  refused("HTTP/0.9 [smuggling R25, E505]", "GET /x\r\n", 505),
  refused("HTTP/1.2 [smuggling R26]", `GET /x HTTP/1.2\r\n${HOST}\r\n`, 505),
  refused("two versions [smuggling R26]", `GET /x HTTP/1.1 HTTP/1.1\r\n${HOST}\r\n`),
  refused("HTTP/2.0 in the clear [smuggling R27]", `GET /x HTTP/2.0\r\n${HOST}\r\n`, 505),
  refused("HTTP/2 preface [smuggling R27, E505]", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
  passed("absolute form [smuggling R29]", get("http://other.test/x?y"), "GET /x?y"),
  ...["\t", "\0", "\x01", " ", "\xe4"].map((byte) =>
    refused(`${JSON.stringify(byte)} in the target [smuggling R30]`, get(`/x${byte}y`)),
  ),
  ...["/a/../b", "/a/%2e%2e/b", "/a%2fb", "//a", "/a\\b", "/."].map((path) =>
    passed(`${path} goes on as it is [smuggling R32]`, get(path), `GET ${path}`),
  ),
  refused("empty header name [smuggling R33]", post(": a\r\n")),
  refused("space in a header name [smuggling R33]", post("X Y: a\r\n")),
  refused("8-bit header name [smuggling R33]", post("X\xe4: a\r\n")),
  refused("no colon [smuggling R33]", post("XY\r\n")),
  [
    "HEAD with a body [smuggling R21]",
    `HEAD /x HTTP/1.1\r\n${HOST}Content-Length: 3\r\n\r\nabc`,
    [200],
    ["HEAD /x abc"],
  ],
  [
    "GET with chunks [smuggling R21]",
    `GET /x HTTP/1.1\r\n${HOST}${CHUNKED}\r\n${BODY}`,
    [200],
    ["GET /x abc"],
  ],
  [
    "DELETE with a body [smuggling R35]",
    `DELETE /x HTTP/1.1\r\n${HOST}Content-Length: 3\r\n\r\nabc`,
    [200, 200],
    ["DELETE /x abc", "GET /marker"],
  ],
  passed(
    "h2c is not taken up [smuggling R38]",
    `GET /x HTTP/1.1\r\n${HOST}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n`,
    "GET /x",
  ),
  passed(
    "an upgrade with a body is framed [smuggling R38]",
    post("Connection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: 3\r\n", "abc"),
    "POST /x abc",
  ),
  passed("leading empty lines [smuggling R39]", `\r\n\r\n${get("/x")}`, "GET /x"),
];

const STRICTEST: readonly Case[] = [
  refused("GET with a body [smuggling R21]", `GET /x HTTP/1.1\r\n${HOST}Content-Length: 3\r\n\r\nabc`),
  refused("GET with chunks [smuggling R21]", `GET /x HTTP/1.1\r\n${HOST}${CHUNKED}\r\n0\r\n\r\n`),
  refused("GET with length 0 [smuggling R23]", `GET /x HTTP/1.1\r\n${HOST}Content-Length: 0\r\n\r\n`),
  refused("CL.TE [smuggling R1]", post(`Content-Length: 6\r\n${CHUNKED}`, "0\r\n\r\nG")),
];

async function run([, bytes]: Case, mode: string) {
  const target = await startHttpTarget();
  const lab = await startLab([target.endpoint], { mode });
  const client = await lab.client();
  client.send(bytes + MARKER);
  const answers = await client.answers(2);
  // A refusal closes, a GET with a body closes after its answer: the marker is never taken for part of something else.
  if (answers.length < 2 || answers.some(({ status }) => status === 400)) await client.closed();
  return { statuses: answers.map(({ status }) => status), journal: target.journal, lab };
}

describe("what could be read in two ways never reaches a target as something else (defensive)", () => {
  it.each(DEFENSIVE)("%s", async (...one) => {
    const { statuses, journal, lab } = await run(one, "defensive");
    expect({ statuses, journal }).toEqual({ statuses: one[2], journal: one[3] });
    expect(lab.listener.inFlight).toBe(0);
  });
});

describe("a head that will never end is refused at once, without its timeout", () => {
  it.each([
    ["bare LF everywhere [smuggling R13]", "GET / HTTP/1.1\nHost: lab.test\n\n", 400],
    ["bare LF after one header [smuggling R13]", "GET / HTTP/1.1\r\nHost: lab.test\nX: a\r\n", 400],
    ["HTTP/0.9 [smuggling R25]", "GET /x\r\n", 505],
    ["no HTTP at all", "hello\r\n", 400],
    ["TLS in the clear", "\x16\x03\x01\x02\x00\x01\x00\n", 400],
  ])("%s", async (_name, bytes, status) => {
    const lab = await startLab([]);
    const client = await lab.client();
    expect(await client.send(bytes).closed()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(lab.journal.refused).toHaveLength(1);
  });
});

describe("strictest lets nothing through that is not compliant", () => {
  it.each(STRICTEST)("%s", async (...one) => {
    const { statuses, journal } = await run(one, "strictest");
    expect({ statuses, journal }).toEqual({ statuses: one[2], journal: one[3] });
  });

  it("HEAD with a body [smuggling R21]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint], { mode: "strictest" });
    const client = await lab.client();
    const received = await client
      .send(`HEAD /x HTTP/1.1\r\n${HOST}Content-Length: 3\r\n\r\nabc${MARKER}`)
      .closed();
    expect(received.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 400"]);
    expect(target.heads).toEqual([]);
  });
});

describe("a doubt that is let through", () => {
  it.each(["GET", "HEAD"])(
    "ends both connections: %s with a body keeps its framing, and nothing follows it [smuggling R21]",
    async (method) => {
      const target = await startHttpTarget();
      const lab = await startLab([target.endpoint]);
      const client = await lab.client();
      await client.send(`${method} /x HTTP/1.1\r\n${HOST}Content-Length: 3\r\n\r\nabc${MARKER}`).closed();
      expect(target.journal).toEqual([`${method} /x abc`]);
      expect(target.heads[0]).toMatch(/\ncontent-length: 3$/im);
      expect(lab.targets.count()).toBe(0);
    },
  );

  it("of DELETE with a body is none: it keeps its framing, and its connection [smuggling R35]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    await client.send(`DELETE /x HTTP/1.1\r\n${HOST}Content-Length: 3\r\n\r\nabc${MARKER}`).answers(2);
    expect(target.heads[0]).toMatch(/\ncontent-length: 3$/im);
    expect(target.journal).toEqual(["DELETE /x abc", "GET /marker"]);
  });
});
