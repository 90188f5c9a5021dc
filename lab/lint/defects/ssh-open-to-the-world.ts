import type { Defect } from "../defect";
import { covers, isEveryPort, openRules, shownOpening } from "../open-rules";

/** Machines try passwords and stolen keys at every SSH port of the Internet. */
export const sshOpenToTheWorld: Defect = {
  id: "ssh-open-to-the-world",
  severity: "error",
  facts: ["B61", "CKV_AWS_24", "AWS-0107"],
  *find(subject) {
    for (const open of openRules(subject, "ingress")) {
      if (!covers(open, 22) || isEveryPort(open)) continue;
      yield {
        at: open.rule.at,
        message: `port 22 (SSH) must not be open to everybody, got ${shownOpening(open)}`,
        fix: "take port 22 out of the rule; Session Manager needs no open port",
      };
    }
  },
};
