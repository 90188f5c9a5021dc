import { connect } from "node:net";
import { closeAll, startHttpTarget, startLab, startRawTarget } from "./support/lab";

afterEach(closeAll);

const GET = "GET / HTTP/1.1\r\nHost: lab.test\r\n\r\n";

describe("stopping a listener", () => {
  it("lets the request in flight finish, closes idle connections, and frees the port [P-55]", async () => {
    let answer: () => void = () => {};
    const target = await startHttpTarget((_request, response) => {
      answer = () => response.end("late");
    });
    const lab = await startLab([target.endpoint], { timeouts: { stopMs: 10_000 } });
    const idle = await lab.client();
    const busy = await lab.client();
    busy.send(GET);
    while (target.heads.length === 0) await new Promise(setImmediate);
    const stopped = lab.listener.stop();
    await idle.closed();
    expect(busy.received).toBe("");
    answer();
    const received = await busy.closed();
    expect(received).toMatch(/^HTTP\/1.1 200 OK.*\r\nConnection: close\r\n\r\nlate$/s);
    await stopped;
    expect(lab.listener.connections).toBe(0);
    await expect(reach(lab.listener.port)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  it("breaks off after its time what does not finish [P-55]", async () => {
    const target = await startRawTarget(() => {});
    const lab = await startLab([target.endpoint], { timeouts: { stopMs: 40 } });
    const client = await lab.client();
    client.send(GET);
    while (lab.listener.inFlight === 0) await new Promise(setImmediate);
    await lab.listener.stop();
    const [ended] = await lab.journal.ends(1);
    expect(ended?.end).toMatchObject({ failure: "shutting-down", endpoint: target.endpoint });
    await client.closed();
    expect(lab.listener.inFlight).toBe(0);
  });

  it("is not held up by a tunnel or by a client that does not read [P-55]", async () => {
    const target = await startRawTarget((socket) => {
      socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
    });
    const lab = await startLab([target.endpoint], { timeouts: { stopMs: 40 } });
    const client = await lab.client();
    await client
      .send("GET / HTTP/1.1\r\nHost: lab.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
      .until("\r\n\r\n");
    await lab.listener.stop();
    await client.closed();
    expect(lab.listener.connections).toBe(0);
  });

  it("a taken port is refused by name", async () => {
    const lab = await startLab([]);
    const { startHttpListener, DEFAULT_TIMEOUTS } = await import("../../../lab/local/http");
    const again = startHttpListener({
      host: "127.0.0.1",
      port: lab.listener.port,
      timeouts: DEFAULT_TIMEOUTS,
      targets: lab.targets,
      balancing: {} as never,
    });
    await expect(again).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

function reach(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port }, () => {
      socket.destroy();
      resolve();
    });
    socket.on("error", reject);
  });
}
