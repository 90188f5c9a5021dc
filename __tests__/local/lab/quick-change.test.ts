import { labTopology } from "./lab-config";
import { failures, startLoad } from "./load";
import { allHealthy, ask, runLab, targetNamed, targetsOf, urlOf } from "./run-lab";

const slowToDrain = (healthPath: string) => ({
  groups: {
    web: {
      arguments: { health_check: { path: healthPath, interval: 5, timeout: 2, unhealthy_threshold: 10 } },
      servers: [
        { name: "Server-1", drainSeconds: 600, healthPath },
        { name: "Server-2", drainSeconds: 600, healthPath },
      ],
    },
  },
});

describe("a change of what servers run", () => {
  it("replaces them one after the other, without waiting for a drain that nobody needs, and fails no request", async () => {
    const lab = await runLab(slowToDrain("/health"));
    await allHealthy(lab);
    const before = targetsOf(lab).map(({ pid }) => pid);
    const load = startLoad(urlOf(lab), { clients: 4 });
    await lab.change(labTopology(slowToDrain("/healthz")));
    await load.more(20);
    expect(failures(await load.stop())).toEqual({});
    expect(before).not.toContain(targetNamed(lab, "Server-1").pid);
    expect(before).not.toContain(targetNamed(lab, "Server-2").pid);
    expect((await ask(`${urlOf(lab)}healthz`)).body).toBe("Health Check Success");
  });

  it("is left out when a newer one comes before it has begun", async () => {
    const of = (...names: string[]) => ({ groups: { web: { servers: names.map((name) => ({ name })) } } });
    const lab = await runLab(of("Server-1"));
    const seen = new Set<string>();
    lab.onChange(() => {
      for (const { name } of targetsOf(lab)) seen.add(name);
    });
    const changes = [of("Server-1", "Server-2"), of("Server-1", "Outdated"), of("Server-1", "Server-3")];
    await Promise.all(changes.map((change) => lab.change(labTopology(change))));
    await allHealthy(lab);
    expect(targetsOf(lab).map(({ name }) => name)).toContain("Server-3");
    expect(seen).not.toContain("Outdated");
  });
});
