import type { Cause } from "../cause";

/** A group of a function has no health checks, unless somebody wants them. */
export const healthChecksOff: Cause = {
  id: "health-checks-off",
  kind: "wanted",
  facts: ["U22", "H12", "H61"],
  rank: 40,
  *find(one) {
    for (const target of one.targets) {
      if (target.seen?.reason !== "Target.HealthCheckDisabled") continue;
      const where = one.placeOfGroup(target);
      yield {
        targets: [target],
        certainty: "certain",
        cause: "functions are not checked unless that is switched on; it gets requests all the same",
        fix: `nothing; set health_check enabled of ${where} to true if DNS shall fail over`,
      };
    }
  },
};
