import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** Anomaly mitigation is on or off. */
export const anomalyMitigationUnknown: Defect = {
  id: "anomaly-mitigation-unknown",
  severity: "error",
  facts: ["N62", "S6", "TF27"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      const value = known(group.attributes.anomalyMitigation);
      if (value === undefined || ["on", "off"].includes(value)) continue;
      yield {
        at: group,
        message: `load_balancing_anomaly_mitigation must be on or off, got ${quoted(value)}`,
        fix: "write on or off, as text",
      };
    }
  },
};
