import type { Defect } from "../defect";
import { covers, isEveryPort, openRules, shownOpening } from "../open-rules";

/** Machines try passwords and known holes at every remote desktop of the Internet. */
export const rdpOpenToTheWorld: Defect = {
  id: "rdp-open-to-the-world",
  severity: "error",
  facts: ["CKV_AWS_25", "AWS-0107", "B61"],
  *find(subject) {
    for (const open of openRules(subject, "ingress")) {
      if (!covers(open, 3389) || isEveryPort(open)) continue;
      yield {
        at: open.rule.at,
        message: `port 3389 (RDP) must not be open to everybody, got ${shownOpening(open)}`,
        fix: "take port 3389 out of the rule; Session Manager needs no open port",
      };
    }
  },
};
