import type { ServerResponse } from "node:http";
import type { Lab } from "../../../lab/local";
import { checked, labOf, probesOf } from "../conformance/connected-lab";
import { startHttpTarget, startRawTarget, type Target } from "../http/support/lab";
import { allHealthy, ask, targetNamed, until, urlOf } from "./run-lab";

/** Answers health checks one after the other as told, everything else with 200. */
function startChecked(answer: (response: ServerResponse, at: number) => void): Promise<Target> {
  let at = -1;
  return startHttpTarget((request, response) => {
    if (request.url !== "/health") response.end("ok");
    else answer(response, ++at);
  });
}

const statuses = (...list: readonly number[]) => {
  const answer = (response: ServerResponse, at: number) =>
    response.writeHead(list[at % list.length] ?? 200).end();
  return startChecked(answer);
};

/** Every change of state, reason and description of the target, as often as it was shown. */
function changesOf(lab: Lab): string[] {
  const changes: string[] = [];
  const look = () => {
    const { health, reason = "-", probes } = targetNamed(lab, "one");
    const now = `${health} ${reason}`;
    if (changes.at(-1)?.replace(/ after \d+$/, "") !== now) changes.push(`${now} after ${probes.length}`);
  };
  look();
  lab.onChange(look);
  return changes;
}

describe("health that flaps", () => {
  it("changes nothing while neither side gets its number in a row [P-43]", async () => {
    const target = await statuses(200, 500);
    const lab = await labOf({ one: target }, { group: checked({ interval: 5 }) });
    await allHealthy(lab);
    const changes = changesOf(lab);
    await until(lab, () => probesOf(target).length >= 9);
    expect(changes).toHaveLength(1);
    expect((await ask(urlOf(lab))).status).toBe(200);
  });

  it("changes its state at the very probe that makes the number full, once, with its reason [P-43]", async () => {
    const target = await statuses(200, 500, 500, 200, 200, 500, 500);
    const lab = await labOf({ one: target }, { group: checked({ interval: 5 }) });
    const changes = changesOf(lab);
    await until(lab, () => targetNamed(lab, "one").probes.length >= 7);
    expect(changes.slice(-4)).toEqual([
      "healthy - after 1",
      "unhealthy Target.ResponseCodeMismatch after 3",
      "healthy - after 5",
      "unhealthy Target.ResponseCodeMismatch after 7",
    ]);
  });

  it.each<[string, () => Promise<Target>, string]>([
    ["answers too late", () => startChecked(() => {}), "Target.Timeout"],
    ["closes", () => startRawTarget((socket) => socket.end()), "Target.FailedHealthChecks"],
    ["answers 404", () => statuses(404), "Target.ResponseCodeMismatch"],
  ])("has the reason of a target that %s [P-43]", async (_, start, reason) => {
    const lab = await labOf({ one: await start() }, { group: checked({ interval: 5, timeout: 2 }) });
    await until(lab, () => targetNamed(lab, "one").health === "unhealthy");
    expect(targetNamed(lab, "one").reason).toBe(reason);
  });
});

describe("health checks", () => {
  it("do not follow a redirect: 302 is a failure where the matcher says 200 [P-44]", async () => {
    const target = await startChecked((response) => response.writeHead(302, { location: "/fine" }).end());
    const lab = await labOf({ one: target }, { group: checked({ matcher: "200" }) });
    await until(lab, () => targetNamed(lab, "one").health === "unhealthy");
    expect(targetNamed(lab, "one").description).toBe("Health checks failed with these codes: [302]");
    expect(target.heads.some((head) => head.includes("/fine"))).toBe(false);
  });

  it("of one target never overlap, and the next one starts on schedule, however slow the last was [P-45]", async () => {
    const [speed, intervalMs] = [50, 100];
    let [now, most] = [0, 0];
    const target = await startChecked((response, at) => {
      now += 1;
      most = Math.max(most, now);
      response.on("close", () => {
        now -= 1;
      });
      // Longer than the interval every other time.
      setTimeout(() => response.end(), at % 2 === 0 ? intervalMs * 1.4 : 0);
    });
    const slow = checked({ interval: (intervalMs * speed) / 1000, timeout: 120 });
    const startMs = Date.now();
    const lab = await labOf({ one: target }, { group: slow }, { speed });
    await until(lab, () => targetNamed(lab, "one").probes.length >= 8);
    expect(most).toBe(1);
    // Turns of the schedule: the one after a slow probe is left out. A busy machine can only be later.
    for (const [at, turn] of [0, 2, 3, 5, 6, 8, 9, 11].entries()) {
      const { atMs = 0 } = targetNamed(lab, "one").probes[at] ?? {};
      expect(atMs - startMs).toBeGreaterThanOrEqual(turn * intervalMs - 2);
    }
  });

  it("make a new target healthy after one success, whatever the threshold is [P-49]", async () => {
    const target = await statuses(200);
    const lab = await labOf({ one: target }, { group: checked({ healthy_threshold: 5 }) });
    await until(lab, () => targetNamed(lab, "one").health === "healthy");
    expect(probesOf(target)).toHaveLength(1);
  });

  it("mark a target that accepts and never answers within its threshold of intervals and a timeout [P-06]", async () => {
    const [interval, timeout, threshold, speed] = [10, 5, 3, 20];
    const connected: number[] = [];
    const target = await startRawTarget(
      () => {},
      () => connected.push(performance.now()),
    );
    const group = checked({ interval, timeout, unhealthy_threshold: threshold });
    const lab = await labOf({ one: target }, { group }, { speed, timeouts: { idleMs: 200 } });
    await until(lab, () => targetNamed(lab, "one").health === "unhealthy");
    // So many probes and no more: by the schedule, whatever the machine makes of it.
    expect(connected).toHaveLength(threshold);
    expect(targetNamed(lab, "one")).toMatchObject({ reason: "Target.Timeout" });
    expect((await ask(urlOf(lab))).status).toBe(504);
  });
});
