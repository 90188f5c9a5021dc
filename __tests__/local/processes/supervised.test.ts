import type { TargetProcess } from "../../../lab/local/processes";
import { tillGone } from "./alive";
import { foreignDocument, serverDocument } from "./documents";
import { ask, closeTestFleets, nextState, openTestFleet, send } from "./open-test-fleet";

afterEach(closeTestFleets);

async function startServer(): Promise<TargetProcess> {
  const { fleet } = await openTestFleet();
  return fleet.start({ key: "a", name: "a", userData: serverDocument(), ports: [3000] });
}

function states(target: TargetProcess): string[] {
  const seen: string[] = [];
  target.on("change", ({ state }) => seen.push(state));
  return seen;
}

describe("a supervised target", () => {
  it("killed from outside is noticed at once and comes back at the same place", async () => {
    const target = await startServer();
    const { pid } = target;
    const place = target.reach(3000);
    const seen = states(target);
    const isBack = nextState(target, "running");
    process.kill(pid!, "SIGKILL");
    await isBack;
    expect(seen).toEqual(["backing-off", "starting", "running"]);
    expect(target.pid).not.toBe(pid);
    expect(target.reach(3000)).toEqual(place);
    expect((await ask(target)).text).toBe("Hello World");
  });

  it("says what it died of", async () => {
    const target = await startServer();
    const isDown = nextState(target, "backing-off");
    expect(target.kill()).toBe(true);
    await isDown;
    expect(target.supervision).toMatchObject({ crashes: 1, reason: "ended by SIGKILL" });
  });

  it("that is stopped is asked to drain, stays down, and starts again when asked", async () => {
    const script = `
      const server = require("node:http").createServer((_, response) => {
        process.once("SIGTERM", () => response.end("finished"));
        process.once("SIGTERM", () => server.close());
        response.write("begun and ");
      });
      server.listen(3000);`;
    const { fleet } = await openTestFleet();
    const userData = foreignDocument({ script });
    const target = await fleet.start({ key: "a", name: "a", userData, ports: [3000] });
    const inFlight = await send(target);
    const seen = states(target);
    await Promise.all([target.stop(), target.stop()]);
    expect(await inFlight.text()).toBe("begun and finished");
    expect(seen).toEqual(["stopping", "stopped"]);
    expect(target.supervision).toEqual({ state: "stopped", crashes: 0 });
    expect(target.pid).toBeUndefined();
    expect(target.kill()).toBe(false);
    await expect(ask(target)).rejects.toThrow();
    await target.start();
    expect(target.supervision.state).toBe("running");
  });

  it("that does not want to stop is killed after its unit's timeout, with everything that it started", async () => {
    const script = `
      process.on("SIGTERM", () => {});
      const child = require("node:child_process").spawn("sleep", ["600"], { stdio: "inherit" });
      require("node:http").createServer((_, response) => response.end(String(child.pid))).listen(3000);`;
    const { fleet } = await openTestFleet({ stopTimeoutMs: 50 });
    const target = await fleet.start({
      key: "a",
      name: "a",
      userData: foreignDocument({ script }),
      ports: [3000],
    });
    const grandchild = Number((await ask(target)).text);
    await target.stop();
    expect(target.supervision.state).toBe("stopped");
    expect(await tillGone([grandchild], 1000)).toEqual([]);
  });

  it("that ends at once backs off longer and longer, and says why [P-57]", async () => {
    const { fleet } = await openTestFleet({ backOff: { firstMs: 5, mostMs: 20 } });
    const userData = foreignDocument({ script: `console.error("no luck"); process.exit(3);` });
    const target = await fleet.start({ key: "a", name: "a", userData, ports: [3000] });
    while (target.supervision.crashes < 4) await nextState(target, "backing-off");
    expect(target.supervision).toMatchObject({ state: "backing-off", reason: "ended with code 3: no luck" });
    await target.stop();
    expect(target.supervision.state).toBe("stopped");
  });

  it("may write as much as it likes: nobody reads it, and only its last words are kept", async () => {
    const script = `
      for (let index = 0; index < 1000; index += 1) console.log("x".repeat(10_000));
      console.error("y".repeat(1_000_000));
      const server = require("node:http").createServer(() => process.exit(1));
      process.stderr.write("no more\\n", () => server.listen(3000));`;
    const { fleet } = await openTestFleet();
    const userData = foreignDocument({ script });
    const target = await fleet.start({ key: "a", name: "a", userData, ports: [3000] });
    const isDown = nextState(target, "backing-off");
    await expect(ask(target)).rejects.toThrow();
    await isDown;
    expect(target.supervision.reason).toBe("ended with code 1: no more");
  });

  it("that shall not restart stays down after a crash", async () => {
    const { fleet } = await openTestFleet();
    const target = await fleet.start({ key: "a", name: "a", ports: [3000], restart: false });
    const isDown = nextState(target, "failed");
    target.kill("SIGTERM");
    await isDown;
    expect(target.supervision).toMatchObject({ crashes: 1, reason: "ended with code 0" });
    await target.start();
    expect(target.supervision.state).toBe("running");
  });

  it("is not waited for longer than the start timeout", async () => {
    const { fleet } = await openTestFleet({ startTimeoutMs: 1 });
    const userData = foreignDocument({ script: "setInterval(() => {}, 1000);" });
    const target = await fleet.start({ key: "a", name: "a", userData, ports: [3000] });
    expect(target.supervision.state).toBe("starting");
  });

  it("can be stopped and removed at any moment of its start", async () => {
    const { fleet } = await openTestFleet();
    const started = fleet.start({ key: "a", name: "a", userData: serverDocument(), ports: [3000] });
    await Promise.all([started, fleet.remove("a")]);
    expect((await started).supervision.state).toBe("stopped");
    expect(fleet.targets.size).toBe(0);
    const again = await fleet.start({ key: "a", name: "a", ports: [3000] });
    expect(again.supervision.state).toBe("running");
  });

  it("has a key of its own", async () => {
    const { fleet } = await openTestFleet();
    await fleet.start({ key: "a", name: "a", ports: [3000] });
    await expect(fleet.start({ key: "a", name: "b", ports: [3000] })).rejects.toThrow(
      "the key of a target must be unique, got a twice; remove the first one",
    );
  });
});
