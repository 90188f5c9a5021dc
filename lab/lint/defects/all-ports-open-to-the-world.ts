import type { Defect } from "../defect";
import { isEveryPort, openRules, shownOpening } from "../open-rules";

/** A rule that admits everybody to everything is no rule. */
export const allPortsOpenToTheWorld: Defect = {
  id: "all-ports-open-to-the-world",
  severity: "error",
  facts: ["CKV_AWS_277", "B60", "B61", "OWN-02"],
  *find(subject) {
    for (const open of openRules(subject, "ingress")) {
      if (!isEveryPort(open)) continue;
      yield {
        at: open.rule.at,
        message: `a rule must not admit everybody to every port, got ${shownOpening(open)}`,
        fix: "name the ports that are needed, or a security group as the source",
      };
    }
  },
};
