import type { Defect } from "../defect";
import { isOutside } from "../values";

/** The idle timeout has a range that Terraform does not know. */
export const idleTimeoutOutOfRange: Defect = {
  id: "idle-timeout-out-of-range",
  severity: "error",
  facts: ["N44", "TF7"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const { idleTimeoutSeconds } = lb.attributes;
      if (!isOutside(idleTimeoutSeconds, 1, 4000)) continue;
      yield {
        at: lb,
        message: `idle_timeout must be a whole number of seconds from 1 to 4000, got ${idleTimeoutSeconds}`,
        fix: "set it to 60, or to a little less than the servers' own keep-alive",
      };
    }
  },
};
