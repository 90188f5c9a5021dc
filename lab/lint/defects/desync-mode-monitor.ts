import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** In monitor mode requests that smuggle others reach the servers. */
export const desyncModeMonitor: Defect = {
  id: "desync-mode-monitor",
  severity: "warning",
  facts: ["CKV_AWS_328", "ELB.12"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const mode = known(lb.attributes.desyncMitigationMode);
      if (mode !== "monitor") continue;
      yield {
        at: lb,
        message: `desync_mitigation_mode must be defensive or strictest, got ${quoted(mode)}`,
        fix: "remove desync_mitigation_mode, or set it to strictest",
      };
    }
  },
};
