import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** Less can only be sent to targets that answer with errors where shares are drawn. */
export const anomalyMitigationNeedsWeightedRandom: Defect = {
  id: "anomaly-mitigation-needs-weighted-random",
  severity: "error",
  facts: ["S6", "N62", "TF27"],
  *find(subject) {
    for (const { attributes, ...group } of serverGroups(subject)) {
      const algorithm = known(attributes.algorithm);
      if (attributes.anomalyMitigation !== "on") continue;
      if (algorithm === undefined || algorithm === "weighted_random") continue;
      yield {
        at: group,
        message:
          "load_balancing_algorithm_type must be weighted_random with load_balancing_anomaly_mitigation on, " +
          `got ${quoted(algorithm)}`,
        fix: "use weighted_random or switch the mitigation off",
      };
    }
  },
};
