import { closeAll, type Lab, startHttpTarget, startLab } from "./support/lab";
import type { RawClient } from "./support/raw-client";

afterEach(closeAll);

/** 500 clients that send a byte of their head now and then, until they get an answer. */
async function drip(lab: Lab): Promise<{ readonly clients: readonly RawClient[]; stop(): void }> {
  const clients = await Promise.all(Array.from({ length: 500 }, () => lab.client()));
  for (const client of clients) client.send("GET / HTTP/1.1\r\n");
  const timer = setInterval(() => {
    for (const client of clients) if (client.received === "") client.send("X");
  }, 50);
  return { clients, stop: () => clearInterval(timer) };
}

describe("500 clients that drip their heads", () => {
  it("delay nobody: others are answered while every one of them still drips [P-17]", async () => {
    const target = await startHttpTarget();
    const lab = await startLab([target.endpoint], { timeouts: { headMs: 60_000 } });
    const { clients, stop } = await drip(lab);
    const normal = await lab.client();
    for (let count = 1; count <= 200; count += 1) {
      await normal.send("GET / HTTP/1.1\r\nHost: lab.test\r\n\r\n").answers(count);
    }
    stop();
    expect(target.journal).toHaveLength(200);
    expect(lab.listener.connections).toBe(501);
    expect(clients.every(({ received }) => received === "")).toBe(true);
  }, 30_000);

  it("get 408 at the head's timeout, all of them, and their places are given back [P-17, E408]", async () => {
    const lab = await startLab([], { timeouts: { headMs: 300 } });
    const { clients, stop } = await drip(lab);
    const answers = await Promise.all(clients.map((client) => client.closed()));
    stop();
    expect(answers.every((received) => received.startsWith("HTTP/1.1 408 "))).toBe(true);
    while (lab.listener.connections > 0) await new Promise(setImmediate);
  }, 30_000);
});
