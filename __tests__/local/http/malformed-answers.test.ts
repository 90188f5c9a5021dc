import { closeAll, startAnswering, startLab, startRawTarget } from "./support/lab";

afterEach(closeAll);

const OK = "HTTP/1.1 200 OK\r\n";
const CHUNKED = "Transfer-Encoding: chunked\r\n";
const CHUNKS = "3\r\nabc\r\n0\r\n\r\n";

const MALFORMED: readonly (readonly [string, string])[] = [
  ["two equal lengths", `${OK}Content-Length: 2\r\nContent-Length: 2\r\n\r\nok`],
  ["two lengths that differ", `${OK}Content-Length: 2\r\nContent-Length: 3\r\n\r\nok`],
  ["a list of lengths", `${OK}Content-Length: 2, 2\r\n\r\nok`],
  ["+2 as length", `${OK}Content-Length: +2\r\n\r\nok`],
  ["a length with a coding", `${OK}Content-Length: 3\r\n${CHUNKED}\r\n${CHUNKS}`],
  ["chunked twice", `${OK}Transfer-Encoding: chunked, chunked\r\n\r\n${CHUNKS}`],
  ["an unknown coding", `${OK}Transfer-Encoding: gzip\r\n\r\n${CHUNKS}`],
  ["chunked on HTTP/1.0", `HTTP/1.0 200 OK\r\n${CHUNKED}\r\n${CHUNKS}`],
  ["NUL in a value", `${OK}X: a\0b\r\n\r\n`],
  ["a bare CR in a value", `${OK}X: a\rb\r\nContent-Length: 0\r\n\r\n`],
  ["a folded header", `${OK}X: a\r\n b\r\nContent-Length: 0\r\n\r\n`],
  ["bare LF", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok"],
  ["a space before the colon", `${OK}Content-Length : 2\r\n\r\nok`],
  ["status 99", "HTTP/1.1 99 X\r\nContent-Length: 0\r\n\r\n"],
  ["status 600", "HTTP/1.1 600 X\r\nContent-Length: 0\r\n\r\n"],
  ["status 1000", "HTTP/1.1 1000 X\r\nContent-Length: 0\r\n\r\n"],
  ["HTTP/2.0 in the status line", "HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n"],
  [
    "an unsolicited 101",
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
  ],
  ["no HTTP at all", "220 mail.test ESMTP\r\n"],
];

describe("an answer that cannot be trusted", () => {
  it.each(MALFORMED)("%s is 502, and its connection is not used again [P-13]", async (_name, bytes) => {
    const target = await startAnswering(bytes);
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    const [answer] = await client.send("GET / HTTP/1.1\r\nHost: lab.test\r\n\r\n").answers(1);
    expect(answer?.status).toBe(502);
    expect(answer?.head).toContain("Server: awselb/2.0");
    const [ended] = await lab.journal.ends(1);
    expect(ended?.end).toMatchObject({ status: 502, failure: "target-malformed" });
    expect(lab.targets.count()).toBe(0);
  });

  it("is 502 with more than 32 K of headers [P-25, E502]", async () => {
    const target = await startAnswering(`${OK}X: ${"a".repeat(33_000)}\r\nContent-Length: 0\r\n\r\n`);
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    const [answer] = await client.send("GET / HTTP/1.1\r\nHost: lab.test\r\n\r\n").answers(1);
    expect(answer?.status).toBe(502);
    const [ended] = await lab.journal.ends(1);
    expect(ended?.end.failure).toBe("target-headers-too-long");
  });

  it("is 502 when its head never ends [E502]", async () => {
    const target = await startAnswering(`${OK}X: ${"a".repeat(70_000)}`);
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    const [answer] = await client.send("GET / HTTP/1.1\r\nHost: lab.test\r\n\r\n").answers(1);
    expect(answer?.status).toBe(502);
  });

  it("passes with 30 K of headers", async () => {
    const target = await startAnswering(`${OK}X: ${"a".repeat(30_000)}\r\nContent-Length: 2\r\n\r\nok`);
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    const [answer] = await client.send("GET / HTTP/1.1\r\nHost: lab.test\r\n\r\n").answers(1);
    expect(answer).toMatchObject({ status: 200, body: "ok" });
  });
});

describe("an answer of very many headers", () => {
  it("keeps every one of them, or is 502 where they are over 32 K; none is cut off in silence [P-13]", async () => {
    const fields = (count: number) => Array.from({ length: count }, (_, at) => `X-${at}: a\r\n`).join("");
    const answers: Record<string, string> = { "/all": fields(2500), "/over": fields(4000) };
    const target = await startRawTarget((socket, received) => {
      const path = /GET (\S+) HTTP\/1\.1\r\n(?!.*GET )/s.exec(received)?.[1] ?? "";
      socket.write(`${OK}${answers[path]}Content-Length: 2\r\n\r\nok`);
    });
    const lab = await startLab([target.endpoint]);
    const ask = async (path: string) => {
      const client = await lab.client();
      await client.send(`GET ${path} HTTP/1.1\r\nHost: lab.test\r\n\r\n`).answers(1);
      return client.received;
    };
    expect((await ask("/all")).match(/\r\nX-\d+: a/g)).toHaveLength(2500);
    expect(await ask("/over")).toMatch(/^HTTP\/1\.1 502 /);
  });
});

describe("a connection with more on it than the answer", () => {
  it.each([
    ["a 204 with a body", "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\nok", 204],
    ["bytes after the length", `${OK}Content-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n`, 200],
    ["bytes after the last chunk", `${OK}${CHUNKED}\r\n${CHUNKS}x`, 200],
    ["bytes after no body", `${OK}Content-Length: 0\r\n\r\nx`, 200],
    ["Connection: close [P24]", `${OK}Connection: close\r\nContent-Length: 0\r\n\r\n`, 200],
  ])(
    "%s: the client gets its answer, the next request a connection of its own",
    async (_name, bytes, status) => {
      const target = await startAnswering(bytes);
      const lab = await startLab([target.endpoint]);
      const client = await lab.client();
      const request = "GET / HTTP/1.1\r\nHost: lab.test\r\n\r\n";
      const [first] = await client.send(request).answers(1);
      expect(first?.status).toBe(status);
      const answers = await client.send(request).answers(2);
      expect(answers.map((answer) => answer.status)).toEqual([status, status]);
      expect(lab.targets.opened).toBe(2);
    },
  );
});
