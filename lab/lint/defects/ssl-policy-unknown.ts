import { listenersOver } from "../application-listeners";
import type { Defect } from "../defect";
import { isPublishedPolicy } from "../ssl-policies";
import { known, quoted } from "../values";

/** AWS takes the policies that it publishes; there are none of one's own. */
export const sslPolicyUnknown: Defect = {
  id: "ssl-policy-unknown",
  severity: "error",
  facts: ["N73", "B7", "TF51", "N74"],
  *find(subject) {
    for (const listener of listenersOver(subject, "HTTPS")) {
      const policy = known(listener.sslPolicy);
      if (policy === undefined || isPublishedPolicy(policy)) continue;
      yield {
        at: listener,
        message: `ssl_policy must be a security policy that AWS publishes, got ${quoted(policy)}`,
        fix: "set ssl_policy to ELBSecurityPolicy-TLS13-1-2-2021-06",
      };
    }
  },
};
