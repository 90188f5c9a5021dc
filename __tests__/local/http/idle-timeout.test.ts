import { closeAll, startLab, startRawTarget } from "./support/lab";

afterEach(closeAll);

describe("a target that does not answer", () => {
  it("is 504 no earlier than the idle timeout and no later than a tenth more, its connection destroyed [P-05]", async () => {
    const idleMs = 400;
    let arrived = () => {};
    const asked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const target = await startRawTarget(arrived);
    const lab = await startLab([target.endpoint], { timeouts: { idleMs } });
    const client = await lab.client();
    const sentAt = performance.now();
    client.send("GET / HTTP/1.1\r\nHost: lab.test\r\n\r\n");
    await asked;
    // Timers of one process run in the order in which they are due, however busy the machine is.
    const late = new Promise((resolve) => setTimeout(() => resolve("late"), idleMs * 1.1));
    expect(await Promise.race([lab.journal.ends(1), late])).not.toBe("late");
    expect(performance.now() - sentAt).toBeGreaterThanOrEqual(idleMs);
    expect((await client.answers(1))[0]?.status).toBe(504);
    while (target.sockets.size > 0) await new Promise(setImmediate);
    expect(lab.targets.count()).toBe(0);
  });
});
