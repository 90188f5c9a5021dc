import { connect } from "node:net";
import type { TargetProcess } from "../../../lab/local/processes";
import { foreignDocument, serverDocument } from "./documents";
import { ask, closeTestFleets, nextState, openTestFleet } from "./open-test-fleet";

afterEach(closeTestFleets);

const HEALTHY = "Health Check Success";

/** Asks until the order to the child, which nobody acknowledges, shows. */
async function askUntil(target: TargetProcess, path: string, status: number): Promise<string> {
  for (;;) {
    const answer = await ask(target, path);
    if (answer.status === status) return answer.text;
  }
}

async function tookMs(asked: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await asked;
  return performance.now() - start;
}

describe("a fault", () => {
  it("breaks health alone, in a server whose source knows nothing of it, and heals", async () => {
    const { fleet } = await openTestFleet();
    const target = await fleet.start({ key: "a", name: "a", userData: serverDocument(), ports: [3000] });
    target.setFault({ breakHealth: true });
    expect(await askUntil(target, "/health?deep=1", 503)).toBe("Health broken on purpose");
    expect((await ask(target)).text).toBe("Hello World");
    expect(target.fault).toEqual({ breakHealth: true });
    target.setFault({});
    expect(await askUntil(target, "/health", 200)).toBe(HEALTHY);
  });

  it("breaks the paths that the groups ask, in a stand-in too", async () => {
    const { fleet } = await openTestFleet();
    const target = await fleet.start({ key: "a", name: "a", ports: [3000], healthPaths: ["/up", "/ready"] });
    target.setFault({ breakHealth: true });
    await askUntil(target, "/up", 503);
    expect((await ask(target, "/ready")).status).toBe(503);
    expect(await ask(target, "/health")).toEqual({ status: 200, text: "a" });
  });

  it("holds over a restart", async () => {
    const { fleet } = await openTestFleet();
    const target = await fleet.start({ key: "a", name: "a", userData: serverDocument(), ports: [3000] });
    target.setFault({ breakHealth: true });
    const isBack = nextState(target, "running");
    target.kill();
    await isBack;
    expect((await ask(target, "/health")).status).toBe(503);
  });

  it("delays every answer", async () => {
    const { fleet } = await openTestFleet();
    const target = await fleet.start({ key: "a", name: "a", userData: serverDocument(), ports: [3000] });
    target.setFault({ delayMs: 80, breakHealth: true });
    await askUntil(target, "/health", 503);
    // A timer may fire up to a millisecond early.
    expect(await tookMs(ask(target))).toBeGreaterThanOrEqual(79);
    expect(await tookMs(ask(target, "/health"))).toBeGreaterThanOrEqual(79);
  });

  it("delays an upgrade, and a request that asks before it sends its body", async () => {
    const script = `
      const server = require("node:http").createServer();
      server.on("checkContinue", (request, response) => { response.writeContinue(); response.end("continued"); });
      server.on("upgrade", (_, socket) => socket.end("HTTP/1.1 101 Switching Protocols\\r\\nConnection: upgrade\\r\\nUpgrade: x\\r\\n\\r\\n"));
      server.listen(3000);`;
    const { fleet } = await openTestFleet();
    const userData = foreignDocument({ script });
    const target = await fleet.start({ key: "a", name: "a", userData, ports: [3000] });
    target.setFault({ delayMs: 80, breakHealth: true });
    await askUntil(target, "/health", 503);
    expect(await tookMs(firstBytes(target, "Connection: upgrade\r\nUpgrade: x"))).toBeGreaterThanOrEqual(79);
    expect(await firstBytes(target, "Connection: upgrade\r\nUpgrade: x")).toMatch(/^HTTP\/1.1 101 /);
    expect(await tookMs(firstBytes(target, "Expect: 100-continue"))).toBeGreaterThanOrEqual(79);
    expect(await firstBytes(target, "Expect: 100-continue")).toMatch(/^HTTP\/1.1 100 /);
  });

  it.each([-1, 600_001, Number.NaN, Number.POSITIVE_INFINITY])(
    "with a delay of %d is refused",
    async (delayMs) => {
      const { fleet } = await openTestFleet();
      const target = await fleet.start({ key: "a", name: "a", ports: [3000] });
      expect(() => target.setFault({ delayMs })).toThrow(
        `the delay of a target must be 0 to 600000 ms, got ${delayMs}; choose one of these`,
      );
    },
  );
});

function firstBytes(target: TargetProcess, headers: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(target.reach(3000)!);
    socket.on("error", reject);
    socket.once("data", (bytes) => {
      socket.destroy();
      resolve(bytes.toString());
    });
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n${headers}\r\n\r\n`);
  });
}
