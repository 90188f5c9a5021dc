import type { Defect } from "../defect";
import { openRules, shownOpening } from "../open-rules";

/** What runs on a server that was taken over can send anything anywhere. */
export const egressOpenToTheWorld: Defect = {
  id: "egress-open-to-the-world",
  severity: "warning",
  facts: ["CKV_AWS_382", "OWN-01"],
  *find(subject) {
    for (const open of openRules(subject, "egress")) {
      if (open.rule.protocol !== "-1") continue;
      yield {
        at: open.rule.at,
        message: `an egress rule should name its protocol and port, got ${shownOpening(open)}`,
        fix: "let servers out to TCP port 443 for packages, and a load balancer to its targets",
      };
    }
  },
};
