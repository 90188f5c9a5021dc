import { groupArn, type LabConfig, labTopology } from "../../local/lab/lab-config";
import { failures } from "../../local/lab/load";
import { configOf, realLab, simulated, statesIn } from "./both-labs";

/** Two releases, with these weights. */
function releases(stable: number, next: number): LabConfig {
  const members = { stable: configOf(["one", "two"]).groups.web!, next: configOf(["three"]).groups.web! };
  const shares = { stable, next };
  return {
    groups: members,
    defaultAction: {
      type: "forward",
      forward: {
        target_group: Object.entries(shares).map(([name, weight]) => ({ arn: groupArn(name), weight })),
      },
    },
  };
}

describe("the simulation and the lab on this machine agree", () => {
  it("on weights that change under load: all that is asked afterwards goes to the other group, and nothing fails [R45]", async () => {
    const [before, after] = [releases(1, 0), releases(0, 1)];
    const real = await realLab(before);
    await real.load.more(60);
    await real.lab.change(labTopology(after));
    const changedAt = performance.now();
    await real.load.more(60);
    const results = await real.load.stop();
    const askedBefore = results.filter(({ endedAt }) => endedAt < changedAt).map(({ body }) => body);
    const askedAfter = results.filter(({ startedAt }) => startedAt > changedAt).map(({ body }) => body);

    const drill = simulated(before);
    drill.at("1m").change(labTopology(after));
    const report = drill.run("2m");
    const answered = (span: { from?: string; to?: string }) =>
      ["one", "two", "three"].filter((name) => report.answeredBy(name, span) > 0);

    expect(failures(results)).toEqual({});
    expect(report.failed.count).toBe(0);
    expect(new Set(askedBefore)).toEqual(new Set(["one", "two"]));
    expect(answered({ to: "1m" })).toEqual(["one", "two"]);
    expect(new Set(askedAfter)).toEqual(new Set(["three"]));
    expect(answered({ from: "1m" })).toEqual(["three"]);
    for (const name of ["one", "two", "three"]) expect(statesIn(report, name)).toEqual(real.states(name));
  });
});
