import { isUnknown } from "../../topology";
import { nameOfEntrance, standingListeners } from "../listeners/standing-listeners";
import { tlsStrength, weakerIn } from "../listeners/tls-strength";
import type { Risk } from "../risk";

/** Clients and servers may agree on something that was refused before. */
export const tlsPolicyWeakened: Risk = {
  id: "tls-policy-weakened",
  level: "needs-care",
  facts: ["N71", "N73", "TF51"],
  rank: 10,
  *find(comparison) {
    for (const { before, after } of standingListeners(comparison)) {
      const [was, is] = [before.sslPolicy, after.sslPolicy];
      if (was === undefined || is === undefined || isUnknown(was) || isUnknown(is) || was === is) continue;
      const [strong, weak] = [tlsStrength(was), tlsStrength(is)];
      const entrance = nameOfEntrance(comparison, "after", after);
      if (strong === undefined || weak === undefined) {
        yield {
          at: after,
          message: `changes the TLS policy of ${entrance} from ${was} to ${is}; whether that is weaker cannot be told`,
          course: [
            "Terraform changes the listener in place; open connections go on",
            `${strong === undefined ? was : is} is not known here: what new connections may use is not either; AWS refuses a policy that does not exist`,
          ],
          fix: "compare both with aws elbv2 describe-ssl-policies --names, or take one that is known, such as ELBSecurityPolicy-TLS13-1-2-2021-06",
        };
        continue;
      }
      const weaker = weakerIn(strong, weak);
      if (weaker.length === 0) continue;
      yield {
        at: after,
        message: `weakens the TLS policy of ${entrance} from ${was} to ${is}: it ${weaker.join(", and it ")}`,
        course: [
          "Terraform changes the listener in place; open connections go on, and no client is refused for it",
          "from then on whoever stands between a client and the load balancer may bring them down to what is weaker",
        ],
        fix: `keep ${was}; the fields ssl_protocol and ssl_cipher of the access log tell whether a client needs more`,
      };
    }
  },
};
