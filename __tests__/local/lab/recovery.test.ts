import { journalServer } from "./journal-server";
import { failures, type LoadResult, startLoad } from "./load";
import { allHealthy, runLab, targetNamed, until, urlOf } from "./run-lab";

/** Thirty seconds of slow start, ten times as fast. */
const speed = 10;
const rampMs = 30_000 / speed;
const parts = 5;

/** Share of a server in the answers of each part of the ramp, and after it. */
function shares(results: readonly LoadResult[], name: string, fromMs: number): readonly number[] {
  return Array.from({ length: parts + 1 }, (_, part) => {
    const begun = fromMs + (part * rampMs) / parts;
    const asked = results.filter(({ startedAt }) => startedAt >= begun && startedAt < begun + rampMs / parts);
    return asked.filter(({ body }) => body.startsWith(name)).length / asked.length;
  });
}

/** With a weight that rises in a straight line, beside another server of weight 1. */
function expectedShare(part: number): number {
  const weight = Math.min(1, (part + 0.5) / parts);
  return weight / (1 + weight);
}

describe("a target that returns under load", () => {
  it("gets a share that rises in a straight line over the slow start, and no request fails [P-50, S5, S7]", async () => {
    const servers = ["Server-1", "Server-2"].map(journalServer);
    const lab = await runLab({ groups: { web: { servers, arguments: { slow_start: 30 } } } }, { speed });
    await allHealthy(lab);
    process.kill(targetNamed(lab, "Server-2").pid ?? 0, "SIGKILL");
    await until(lab, () => targetNamed(lab, "Server-2").health === "unhealthy");
    const load = startLoad(urlOf(lab), { clients: 6 });
    await until(lab, () => targetNamed(lab, "Server-2").health === "healthy");
    const healthyAt = performance.now();
    const endAt = healthyAt + rampMs * (1 + 1 / parts);
    while (performance.now() < endAt) await load.more(50);
    const results = await load.stop();
    expect(failures(results)).toEqual({});
    const before = results.filter(({ endedAt }) => endedAt < healthyAt);
    expect(before.filter(({ body }) => body.startsWith("Server-2"))).toEqual([]);
    const seen = shares(results, "Server-2", healthyAt);
    for (const [part, share] of seen.entries()) {
      expect(Math.abs(share - expectedShare(part))).toBeLessThan(0.08);
    }
  });

  it("gets its full share at once without a slow start, and no request fails [P-50]", async () => {
    const servers = ["Server-1", "Server-2"].map(journalServer);
    const lab = await runLab({ groups: { web: { servers } } });
    await allHealthy(lab);
    process.kill(targetNamed(lab, "Server-2").pid ?? 0, "SIGKILL");
    await until(lab, () => targetNamed(lab, "Server-2").health === "unhealthy");
    const load = startLoad(urlOf(lab), { clients: 6 });
    await until(lab, () => targetNamed(lab, "Server-2").health === "healthy");
    const healthyAt = performance.now();
    await load.more(400);
    const results = await load.stop();
    expect(failures(results)).toEqual({});
    const after = results.filter(({ startedAt }) => startedAt > healthyAt);
    const second = after.filter(({ body }) => body.startsWith("Server-2")).length;
    expect(Math.abs(second / after.length - 0.5)).toBeLessThan(0.05);
  });
});
