import { foreignDocument } from "./documents";
import { closeTestFleets, nextState, openTestFleet } from "./open-test-fleet";

afterEach(closeTestFleets);

describe("a server that ends at once", () => {
  it("is started again after waits that double up to a limit, in which nothing spins [P-57]", async () => {
    const [firstMs, mostMs] = [25, 400];
    const { fleet } = await openTestFleet({ backOff: { firstMs, mostMs } });
    const userData = foreignDocument({ script: "process.exit(3);" });
    const target = await fleet.start({ key: "a", name: "a", userData, ports: [3000] });
    const waits: { readonly waitedMs: number; readonly cpuMs: number }[] = [];
    while (waits.length < 6) {
      if (target.supervision.state !== "backing-off") await nextState(target, "backing-off");
      const [downAt, cpu] = [performance.now(), process.cpuUsage()];
      await nextState(target, "starting");
      const { user, system } = process.cpuUsage(cpu);
      waits.push({ waitedMs: performance.now() - downAt, cpuMs: (user + system) / 1000 });
      expect(target.supervision).toMatchObject({ state: "starting", crashes: waits.length });
    }
    const planned = [25, 50, 100, 200, 400, 400];
    // The clocks of the wait and of this test may differ by a millisecond.
    for (const [at, { waitedMs }] of waits.entries())
      expect(waitedMs).toBeGreaterThan((planned[at] ?? 0) - 2 - (at === 0 ? firstMs : 0));
    for (const { waitedMs, cpuMs } of waits.slice(-3)) expect(cpuMs).toBeLessThan(waitedMs * 0.5);
  });
});
