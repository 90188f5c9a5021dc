import { closeAll, startHttpTarget, startLab } from "./support/lab";

afterEach(closeAll);

const HOST = "Host: lab.test\r\n";
const head = (headers: string) => `GET / HTTP/1.1\r\n${HOST}${headers}\r\n`;
const fields = (count: number) => Array.from({ length: count }, (_, at) => `X-${at}: a\r\n`).join("");

describe("sizes of requests", () => {
  it.each([
    ["a header of 16,383 bytes passes [P-23, P40]", head(`X: ${"a".repeat(16_380)}\r\n`), 200],
    ["a header of 16,384 bytes [P-23, P40]", head(`X: ${"a".repeat(16_381)}\r\n`), 400],
    ["a header of 17 K [P-23, P40, E400]", head(`X: ${"a".repeat(17_408)}\r\n`), 400],
    ["63 K of headers pass [P-23, P40]", head(`X: ${"a".repeat(12_800)}\r\n`.repeat(5)), 200],
    ["65 K of headers [P-23, P40, E400]", head(`X: ${"a".repeat(13_400)}\r\n`.repeat(5)), 400],
    ["a request line of 16 K passes [P-23, P40]", `GET /${"a".repeat(16_000)} HTTP/1.1\r\n${HOST}\r\n`, 200],
    ["a request line of 17 K [P-23, P40, E414]", `GET /${"a".repeat(17_408)} HTTP/1.1\r\n${HOST}\r\n`, 414],
    ["a request line without end [P40, E414]", `GET /${"a".repeat(17_408)}`, 414],
    ["headers without end [P40, E400]", `GET / HTTP/1.1\r\n${`X: ${"a".repeat(13_000)}\r\n`.repeat(7)}`, 400],
    ["100 headers pass [P-24]", head(fields(99)), 200],
    ["1,001 headers [P-24]", head(fields(1_001)), 400],
    ["5,000 headers [P-24]", head(fields(5_000)), 400],
    [
      "30 forwarded addresses pass [P-30]",
      head(`X-Forwarded-For: ${Array(30).fill("1.2.3.4").join(", ")}\r\n`),
      200,
    ],
    [
      "31 forwarded addresses [P-30, E463]",
      head(`X-Forwarded-For: ${Array(31).fill("1.2.3.4").join(", ")}\r\n`),
      463,
    ],
  ])("%s", async (_name, bytes, status) => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    const [answer] = await client.send(bytes).answers(1);
    expect(answer?.status).toBe(status);
    expect(target.journal).toHaveLength(status === 200 ? 1 : 0);
  });
});

describe("methods and targets", () => {
  it.each([
    ["TRACE [P-36, E405]", "TRACE / HTTP/1.1", 405],
    ["CONNECT [P-36]", "CONNECT lab.test:443 HTTP/1.1", 405],
    ["an unknown method is forwarded [P-36]", "BREW / HTTP/1.1", 200],
    ["OPTIONS * [P-37]", "OPTIONS * HTTP/1.1", 200],
    ["GET * [P-37]", "GET * HTTP/1.1", 400],
    ["GET without a path", "GET lab.test HTTP/1.1", 400],
  ])("%s", async (_name, line, status) => {
    const target = await startHttpTarget((_request, response) => response.end("ok"));
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    const [answer] = await client.send(`${line}\r\n${HOST}\r\n`).answers(1);
    // Node's parser of the target does not know BREW: its 400 shows that it was asked.
    const asked = line.startsWith("BREW") ? 400 : status;
    expect(answer?.status).toBe(asked);
    const [ended] = await lab.journal.ends(1);
    expect(ended?.end.targetStatus).toBe(status === 200 ? asked : undefined);
  });
});

describe("numbers of connections", () => {
  it("one more than allowed is closed at once, the others are served, and places are given back [P-61]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint], { maxConnections: 3 });
    const clients = await Promise.all([1, 2, 3].map(() => lab.client()));
    while (lab.listener.connections < 3) await new Promise(setImmediate);
    const surplus = await lab.client();
    expect(await surplus.send(head("")).closed()).toBe("");
    const [answer] = await clients[0]!.send(head("")).answers(1);
    expect(answer?.status).toBe(200);
    clients[1]!.socket.destroy();
    while (lab.listener.connections === 3) await new Promise(setImmediate);
    const next = await lab.client();
    const [again] = await next.send(head("")).answers(1);
    expect(again?.status).toBe(200);
  });
});
