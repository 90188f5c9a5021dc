import type { Defect } from "../defect";
import { known, quoted } from "../values";

const MODES = ["monitor", "defensive", "strictest"];

/** There are three ways to treat requests that could be read in two ways. */
export const desyncModeUnknown: Defect = {
  id: "desync-mode-unknown",
  severity: "error",
  facts: ["N46", "TF9"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const mode = known(lb.attributes.desyncMitigationMode);
      if (mode === undefined || MODES.includes(mode)) continue;
      yield {
        at: lb,
        message: `desync_mitigation_mode must be monitor, defensive or strictest, got ${quoted(mode)}`,
        fix: "use defensive, or leave it out",
      };
    }
  },
};
