import { labTopology } from "../lab/lab-config";
import { allHealthy, ask, askTimes, targetNamed, until, urlOf } from "../lab/run-lab";
import { labOf, rarelyChecked } from "./connected-lab";
import { bodies, named, servers, twoTargets } from "./named-targets";

describe("targets are chosen", () => {
  it("in turn unless the group says otherwise, each group counting for itself [S1, S2, S3]", async () => {
    const [one, two] = [await named("one"), await named("two")];
    const spare = { priority: 1, condition: [{ path_pattern: { values: ["/spare"] } }] };
    const lab = await labOf(
      { one, two },
      {
        groups: {
          web: { servers: servers("one", "two"), arguments: rarelyChecked },
          spare: { servers: servers("one", "two"), arguments: rarelyChecked },
        },
        defaultAction: { type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" },
        rules: {
          spare: {
            ...spare,
            action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.spare.arn}" }],
          },
        },
      },
    );
    await allHealthy(lab);
    const web: string[] = [];
    const other: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      web.push((await ask(urlOf(lab))).body);
      other.push((await ask(`${urlOf(lab)}spare`)).body);
    }
    expect(web.slice(2)).toEqual(web.slice(0, 2));
    expect([new Set(web).size, new Set(other).size]).toEqual([2, 2]);
  });

  it("by the fewest requests in progress where the group says so [S1, S3]", async () => {
    const { lab, one, two } = await twoTargets({
      load_balancing_algorithm_type: "least_outstanding_requests",
    });
    const held = ask(`${urlOf(lab)}hold`);
    const [busy, response] = await Promise.race([
      one.held.promise.then((waiting) => ["one", waiting] as const),
      two.held.promise.then((waiting) => ["two", waiting] as const),
    ]);
    const others = new Set(bodies(await askTimes(urlOf(lab), 4)));
    expect(others).toEqual(new Set([busy === "one" ? "two" : "one"]));
    response.end();
    await held;
  });

  it("at random where the group says so [S1, S3]", async () => {
    const { lab } = await twoTargets({ load_balancing_algorithm_type: "weighted_random" });
    const chosen = bodies(await askTimes(urlOf(lab), 60));
    // One of 2^59 runs sees one target only.
    expect(new Set(chosen).size).toBe(2);
    expect(chosen.some((name, index) => name === chosen[index - 1])).toBe(true);
  });

  it("in the zone of the node alone without cross-zone load balancing, where an empty zone answers 503 [S9, E503]", async () => {
    const [one, two] = [await named("one"), await named("two")];
    const lab = await labOf(
      { one, two },
      { group: { ...rarelyChecked, load_balancing_cross_zone_enabled: "false" } },
    );
    await allHealthy(lab);
    const answers = await askTimes(urlOf(lab), 6);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 503, 503, 503]);
    const across = await labOf({ one, two }, { group: rarelyChecked });
    expect((await askTimes(urlOf(across), 6)).map(({ status }) => status)).toEqual(Array(6).fill(200));
  });

  it("by their share of the zone's requests: 2 and 8 targets get 25 % and 6.25 % each, or 10 % across zones [S11]", async () => {
    const names = Array.from({ length: 10 }, (_, index) => `target-${index}`);
    const targets = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await named(name)] as const)),
    );
    const web = (crossZone: string) => ({
      groups: {
        web: {
          servers: names.map((name, index) => ({
            name,
            foreign: true,
            zone: `eu-central-1${index < 2 ? "a" : "b"}`,
          })),
          arguments: { ...rarelyChecked, load_balancing_cross_zone_enabled: crossZone },
        },
      },
    });
    const counts = async (crossZone: string) => {
      const lab = await labOf(targets, web(crossZone));
      await allHealthy(lab);
      const asked = bodies(await askTimes(urlOf(lab), 80));
      return names.map((name) => asked.filter((body) => body === name).length);
    };
    expect(await counts("false")).toEqual([20, 20, 5, 5, 5, 5, 5, 5, 5, 5]);
    expect(await counts("true")).toEqual(Array(10).fill(8));
  });
});

describe("a request on a target that leaves its group", () => {
  const config = (delay: number, ...names: string[]) => ({
    groups: { web: { servers: servers(...names), arguments: { deregistration_delay: delay } } },
  });

  it("may finish within the delay, while new ones go elsewhere [S41]", async () => {
    const [one, two] = [await named("one"), await named("two")];
    const lab = await labOf({ one, two }, config(3000, "one"));
    await allHealthy(lab);
    const held = ask(`${urlOf(lab)}hold`);
    const response = await one.held.promise;
    const changed = lab.change(labTopology(config(3000, "two")));
    await until(lab, () => targetNamed(lab, "one").health === "draining");
    expect((await ask(urlOf(lab))).body).toBe("two");
    response.end("late");
    expect((await held).body).toBe("late");
    await changed;
  });

  it("is broken off with 502 when the delay ends first [S42, E502, S40]", async () => {
    const [one, two] = [await named("one"), await named("two")];
    const lab = await labOf({ one, two }, config(0, "one"));
    await allHealthy(lab);
    const held = ask(`${urlOf(lab)}hold`);
    await one.held.promise;
    await lab.change(labTopology(config(0, "two")));
    expect((await held).status).toBe(502);
  });

  it("gets a 5xx when the target closes the connection meanwhile [S43, E502]", async () => {
    const [one, two] = [await named("one"), await named("two")];
    const lab = await labOf({ one, two }, config(3000, "one"));
    await allHealthy(lab);
    const held = ask(`${urlOf(lab)}hold`);
    const response = await one.held.promise;
    const changed = lab.change(labTopology(config(3000, "two")));
    await until(lab, () => targetNamed(lab, "one").health === "draining");
    response.destroy();
    expect((await held).status).toBe(502);
    await changed;
  });
});
