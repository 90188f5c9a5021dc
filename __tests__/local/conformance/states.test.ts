import type { ServerResponse } from "node:http";
import type { Lab } from "../../../lab/local";
import { startHttpTarget, type Target } from "../http/support/lab";
import { labTopology } from "../lab/lab-config";
import { allHealthy, ask, askTimes, targetNamed, targetsOf, until, urlOf } from "../lab/run-lab";
import { checked, Deferred, headsOf, labOf, probesOf } from "./connected-lab";

const servers = (...names: string[]) => names.map((name) => ({ name, foreign: true }));

/** States of a target, each once, in the order in which they were shown, with the probes made by then. */
function followStates(lab: Lab, name: string): string[] {
  const states: string[] = [];
  const look = () => {
    const target = targetsOf(lab).find((candidate) => candidate.name === name);
    const { health = "gone", reason = "" } = target ?? {};
    const state = `${health} ${reason}`.trim();
    if (states.at(-1) !== state) states.push(state);
  };
  look();
  lab.onChange(look);
  return states;
}

/** Answers probes with these statuses in turn, the last one for good; everything else with 200. */
function answering(...statuses: number[]): Promise<Target> {
  let probe = 0;
  return startHttpTarget((request, response) => {
    const status = request.url === "/health" ? statuses[Math.min(probe++, statuses.length - 1)] : 200;
    response.writeHead(status ?? 200).end();
  });
}

async function passedProbes(lab: Lab, name: string, count: number): Promise<readonly boolean[]> {
  await until(lab, () => targetNamed(lab, name).probes.length >= count);
  return targetNamed(lab, name)
    .probes.slice(0, count)
    .map(({ passed }) => passed);
}

describe("a target", () => {
  it("is initial while its first probe is unanswered, and healthy after one success [H31, H32, H40, H51, U20]", async () => {
    const probed = new Deferred<ServerResponse>();
    const target = await startHttpTarget((_request, response) => probed.resolve(response));
    const lab = await labOf(
      { one: target },
      { group: checked({ timeout: 5, healthy_threshold: 5 }) },
      { speed: 1 },
    );
    await until(lab, () => targetNamed(lab, "one").reason === "Elb.InitialHealthChecking");
    expect(targetNamed(lab, "one")).toMatchObject({
      health: "initial",
      description: "Initial health checks in progress",
    });
    (await probed.promise).end();
    await allHealthy(lab);
    expect(targetNamed(lab, "one").probes).toHaveLength(1);
    expect(targetNamed(lab, "one")).not.toHaveProperty("reason");
    expect(targetNamed(lab, "one")).not.toHaveProperty("description");
  });

  it("changes its state after as many failures or successes in a row as its group says [H34, H35, H39, H6, H7]", async () => {
    const target = await answering(200, 503, 200, 503, 503, 503, 200, 503, 200, 200);
    const lab = await labOf(
      { one: target },
      { group: checked({ unhealthy_threshold: 3, healthy_threshold: 2 }) },
    );
    const states: string[] = [];
    lab.onChange(() => {
      const { health, probes } = targetNamed(lab, "one");
      states[probes.length] = health;
    });
    await passedProbes(lab, "one", 10);
    expect(states.slice(1)).toEqual([
      ...Array.from({ length: 5 }, () => "healthy"),
      ...Array.from({ length: 4 }, () => "unhealthy"),
      "healthy",
    ]);
  });

  it("that never answered well is unhealthy after the threshold of failures [H33, H52]", async () => {
    const target = await answering(404);
    const lab = await labOf({ one: target }, { group: checked({ unhealthy_threshold: 3 }) });
    await until(lab, () => targetNamed(lab, "one").health === "unhealthy");
    expect(targetNamed(lab, "one").probes).toHaveLength(3);
    expect(targetNamed(lab, "one")).toMatchObject({
      reason: "Target.ResponseCodeMismatch",
      description: "Health checks failed with these codes: [404]",
    });
  });

  it("is checked by other settings as soon as they are changed [H13]", async () => {
    const target = await answering(404);
    const config = (path: string) => ({
      groups: { web: { servers: servers("one"), arguments: checked({ path }) } },
    });
    const lab = await labOf({ one: target }, config("/health"));
    await until(lab, () => targetNamed(lab, "one").health === "unhealthy");
    await lab.change(labTopology(config("/alive")));
    await allHealthy(lab);
    expect(probesOf(target).at(-1)).toMatch(/^GET \/alive\n/);
  });

  it("drains for the whole delay once it is deregistered, idle or not, and is gone then [H36, H37, H60, S40, S41, U17, U21]", async () => {
    const [one, two] = [await answering(200), await answering(200)];
    const config = (...names: string[]) => ({
      groups: { web: { servers: servers(...names), arguments: { deregistration_delay: 10 } } },
    });
    const lab = await labOf({ one, two }, config("one", "two"));
    await allHealthy(lab);
    const states = followStates(lab, "two");
    const changedAt = performance.now();
    await lab.change(labTopology(config("one")));
    expect(targetNamed(lab, "two")).toMatchObject({
      health: "draining",
      reason: "Target.DeregistrationInProgress",
      description: "Target deregistration is in progress",
    });
    await askTimes(urlOf(lab), 4);
    expect([headsOf(one).length, headsOf(two).length]).toEqual([4, 0]);
    await until(lab, () => targetsOf(lab).every(({ name }) => name !== "two"));
    // 10 s, fifty times as fast; timers may round down.
    expect(performance.now() - changedAt).toBeGreaterThan(198);
    expect(states[0]).toBe("healthy");
    expect(states).toContain("draining Target.DeregistrationInProgress");
    expect(states.at(-1)).toBe("gone");
  });
});

describe("a group without a healthy target", () => {
  it("gives requests to all of them, unhealthy or initial, and shows what they answer [H70, H71, P-E10, U24]", async () => {
    const sick = await answering(500);
    const starting = await startHttpTarget((request, response) => {
      if (request.url !== "/health") response.writeHead(201).end();
    });
    const config = (names: readonly string[], settings: object) => ({
      groups: { web: { servers: servers(...names), arguments: checked({ ...settings }) } },
    });
    const lab = await labOf({ sick, starting }, config(["sick"], {}));
    await until(lab, () => targetNamed(lab, "sick").health === "unhealthy");
    // The probe of the new one stays unanswered for longer than the test lasts.
    await lab.change(labTopology(config(["sick", "starting"], { interval: 300, timeout: 120 })));
    const answers = await askTimes(urlOf(lab), 4);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201, 201]);
    expect(targetNamed(lab, "starting").health).toBe("initial");
    expect(lab.snapshot().groups[0]?.failOpen).toBe(true);
  });

  it("stops doing so with the first one that is healthy [H70]", async () => {
    const [sick, mended] = [await answering(500), await answering(500, 500, 500, 200)];
    const lab = await labOf({ sick, mended });
    await until(lab, () => targetNamed(lab, "mended").health === "healthy");
    const before = headsOf(sick).length;
    await askTimes(urlOf(lab), 4);
    expect(headsOf(sick)).toHaveLength(before);
  });

  it("gives all of them requests below its threshold as well [H72, H73]", async () => {
    const [sick, fine] = [await answering(500), await answering(200)];
    const lab = await labOf(
      { sick, fine },
      {
        group: {
          target_group_health: {
            unhealthy_state_routing: {
              minimum_healthy_targets_count: 2,
              minimum_healthy_targets_percentage: "off",
            },
          },
        },
      },
    );
    await until(lab, () => targetNamed(lab, "sick").health === "unhealthy");
    await askTimes(urlOf(lab), 4);
    expect([headsOf(sick).length, headsOf(fine).length]).toEqual([2, 2]);
  });

  it("gives nobody a request that is not used, and answers 503 [E503, H30]", async () => {
    const elsewhere = await answering(200);
    const lab = await labOf(
      { elsewhere },
      {
        groups: { web: { servers: [{ name: "elsewhere", foreign: true, zone: "eu-central-1b" }] } },
        loadBalancer: { subnets: ["${aws_subnet.eu-central-1a.id}"] },
      },
    );
    const { status, body, headers } = await ask(urlOf(lab));
    expect([status, headers.server]).toEqual([503, "awselb/2.0"]);
    expect(body).toContain("503 Service Temporarily Unavailable");
    expect(elsewhere.heads).toEqual([]);
  });
});
