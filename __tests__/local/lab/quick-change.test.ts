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
});
