import type { Endpoint } from "../../../lab/local/http";
import { closeAll, startAnswering, startHttpTarget, startLab, startRawTarget } from "./support/lab";

afterEach(closeAll);

const GET = "GET / HTTP/1.1\r\nHost: lab.test\r\n\r\n";
const POST = "POST / HTTP/1.1\r\nHost: lab.test\r\nContent-Length: 5\r\n\r\nhello";

/** A port where nobody listens. */
async function refusing(key: string): Promise<Endpoint> {
  const target = await startHttpTarget();
  const { port } = target.endpoint;
  await closeAll();
  return { ...target.endpoint, key, port };
}

describe("a target that cannot be connected to", () => {
  it.each([
    ["GET", GET],
    ["POST", POST],
  ])("%s goes to another one when it refuses, the client sees 200 [P-03]", async (_name, request) => {
    const closed = await refusing("closed");
    const target = await startHttpTarget();
    const lab = await startLab([closed, target.endpoint]);
    const client = await lab.client();
    const [answer] = await client.send(request).answers(1);
    expect(answer).toMatchObject({ status: 200, body: "ok" });
    expect(target.journal).toHaveLength(1);
    const [ended] = await lab.journal.ends(1);
    expect(ended?.end.endpoint?.key).toBe(target.endpoint.key);
  });

  it("is 502 when all refuse, each tried once [P-03, E502]", async () => {
    const one = await refusing("one");
    const two = await refusing("two");
    const lab = await startLab([one, two]);
    const client = await lab.client();
    const [answer] = await client.send(GET).answers(1);
    expect(answer?.status).toBe(502);
    expect(lab.targets.opened).toBe(2);
    const [ended] = await lab.journal.ends(1);
    expect(ended?.end).toMatchObject({
      failure: "connect-refused",
      targetProcessingMs: -1,
      requestProcessingMs: -1,
    });
  });

  it("is 504 at the connect timeout when nothing comes back, and nobody waits for it [P-07, P29, E504]", async () => {
    const blackhole = { key: "hole", host: "127.0.0.1", port: 9, tls: false, blackhole: true };
    const lab = await startLab([blackhole], { timeouts: { connectMs: 60 } });
    const stuck = await lab.client();
    stuck.send(GET);
    const other = await lab.client();
    const [fixed] = await other.send("GET /fixed HTTP/1.1\r\nHost: lab.test\r\n\r\n").answers(1);
    expect(fixed?.body).toBe("fixed");
    expect(stuck.received).toBe("");
    const [answer] = await stuck.answers(1);
    expect(answer?.status).toBe(504);
    const ends = await lab.journal.ends(2);
    expect(ends.map(({ end }) => end.failure)).toEqual([undefined, "connect-timeout"]);
    expect(lab.targets.count()).toBe(0);
  });
});

describe("a target that does not answer in time", () => {
  it("is 504 at the idle timeout, its connection destroyed and not pooled [P-05, P-06, P27, E504]", async () => {
    const target = await startRawTarget(() => {});
    const lab = await startLab([target.endpoint], { timeouts: { idleMs: 80 } });
    const client = await lab.client();
    const [answer] = await client.send(GET).answers(1);
    expect(answer?.status).toBe(504);
    expect(answer?.head).toContain("504 Gateway Time-out");
    const [ended] = await lab.journal.ends(1);
    expect(ended?.end.failure).toBe("target-timeout");
    expect(ended?.end.requestProcessingMs).toBeGreaterThanOrEqual(0);
    expect(ended?.end.targetProcessingMs).toBe(-1);
    expect(lab.targets.count()).toBe(0);
  });

  it("is no timeout as long as bytes move [P27]", async () => {
    const target = await startRawTarget((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n");
      let left = 6;
      const timer = setInterval(() => {
        socket.write("x");
        left -= 1;
        if (left === 0) clearInterval(timer);
      }, 25);
    });
    const lab = await startLab([target.endpoint], { timeouts: { idleMs: 100 } });
    const client = await lab.client();
    const [answer] = await client.send(GET).answers(1);
    expect(answer).toMatchObject({ status: 200, body: "xxxxxx" });
  });
});

describe("a target that breaks off", () => {
  it.each([
    ["before its answer", "", "target-closed"],
    ["in its head", "HTTP/1.1 200 OK\r\nContent-", "target-closed"],
  ])("%s: 502, and the request is not sent again [P-02, E502]", async (_name, bytes, failure) => {
    let requests = 0;
    const target = await startRawTarget((socket) => {
      requests += 1;
      socket.end(bytes);
    });
    const lab = await startLab([target.endpoint, target.endpoint]);
    const client = await lab.client();
    const [answer] = await client.send(POST).answers(1);
    expect(answer?.status).toBe(502);
    expect(requests).toBe(1);
    const [ended] = await lab.journal.ends(1);
    expect(ended?.end.failure).toBe(failure);
  });

  it("reset in a body with a length: the client's connection ends short [P-08]", async () => {
    const target = await startAnswering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n0123456789");
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    await client.send(GET).until("0123456789");
    for (const socket of target.sockets) socket.resetAndDestroy();
    expect(await client.closed()).toMatch(/Content-Length: 1000\r\n.*\r\n\r\n0123456789$/s);
    const [ended] = await lab.journal.ends(1);
    expect(ended?.end).toMatchObject({ status: 200, targetStatus: 200, failure: "target-closed" });
  });

  it.each([
    ["reset", "resetAndDestroy"],
    ["closed", "end"],
  ] as const)("%s in a chunked body: no last chunk is sent [P-09]", async (_name, way) => {
    const target = await startAnswering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    await client.send(GET).until("abc");
    for (const socket of target.sockets) socket[way]();
    expect(await client.closed()).toMatch(/3\r\nabc\r\n$/);
  });

  it("a body that only its end delimits is reset for a client that could not tell [P-08]", async () => {
    const target = await startAnswering("HTTP/1.1 200 OK\r\n\r\nabc");
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    await client.send("GET / HTTP/1.0\r\nHost: lab.test\r\n\r\n").until("abc");
    for (const socket of target.sockets) socket.resetAndDestroy();
    await client.closed();
    expect(client.error).toMatchObject({ code: "ECONNRESET" });
  });

  it("a chunk that is none: the answer is not completed [P-13]", async () => {
    const target = await startAnswering(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n",
    );
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    expect(await client.send(GET).closed()).toMatch(/3\r\nabc\r\n$/);
  });

  it("a body shorter than declared on an open connection is given up at the idle timeout [P-10, E504]", async () => {
    const target = await startAnswering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nok");
    const lab = await startLab([target.endpoint], { timeouts: { idleMs: 80 } });
    const client = await lab.client();
    expect(await client.send(GET).closed()).toMatch(/\r\n\r\nok$/);
    const [ended] = await lab.journal.ends(1);
    expect(ended?.end.failure).toBe("target-body-short");
    expect(lab.targets.count()).toBe(0);
  });
});

describe("pooled connections", () => {
  it("one that the target closed while idle fails no request", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    await client.send(GET).answers(1);
    for (const socket of target.sockets) socket.end();
    while (lab.targets.count() > 0) await new Promise(setImmediate);
    const answers = await client.send(POST).answers(2);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(lab.targets.opened).toBe(2);
  });

  it("are closed at the idle timeout [P27]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint], { timeouts: { idleMs: 50 } });
    const client = await lab.client();
    await client.send(GET).answers(1);
    expect(lab.targets.idle()).toBe(1);
    await client.closed();
    while (lab.targets.count() > 0) await new Promise(setImmediate);
    expect(lab.targets.idle(target.endpoint.key)).toBe(0);
  });

  it("are broken off with 502 when the deregistration delay ends in a request [S42, E502]", async () => {
    const target = await startRawTarget(() => {});
    const lab = await startLab([target.endpoint]);
    const client = await lab.client();
    client.send(GET);
    while (lab.targets.count() === 0) await new Promise(setImmediate);
    lab.targets.close(target.endpoint.key);
    const [answer] = await client.answers(1);
    expect(answer?.status).toBe(502);
    const [ended] = await lab.journal.ends(1);
    expect(ended?.end.failure).toBe("deregistered");
  });
});
