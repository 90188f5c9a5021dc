import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** A client is recognized by a cookie of the load balancer, or of the application. */
export const stickinessTypeUnknown: Defect = {
  id: "stickiness-type-unknown",
  severity: "error",
  facts: ["S20", "N65", "TF31"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      const { enabled, type } = group.attributes.stickiness;
      const written = known(type);
      if (written === undefined || accepted.has(written)) continue;
      // A block that is written for all kinds of groups names one of these while it is off.
      if (enabled !== true && ofNetwork.has(written)) continue;
      yield {
        at: group,
        message: `stickiness type must be lb_cookie or app_cookie, got ${quoted(written)}`,
        fix: "take lb_cookie, or app_cookie with the name of the application's cookie",
      };
    }
  },
};

const accepted: ReadonlySet<string> = new Set(["lb_cookie", "app_cookie"]);

/** Of network and gateway load balancers. */
const ofNetwork: ReadonlySet<string> = new Set(["source_ip", "source_ip_dest_ip", "source_ip_dest_ip_proto"]);
