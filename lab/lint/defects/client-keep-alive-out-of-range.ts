import type { Defect } from "../defect";
import { isOutside } from "../values";

/** The life of a client's connection has a range that Terraform does not know. */
export const clientKeepAliveOutOfRange: Defect = {
  id: "client-keep-alive-out-of-range",
  severity: "error",
  facts: ["N45", "TF8"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const { clientKeepAliveSeconds } = lb.attributes;
      if (!isOutside(clientKeepAliveSeconds, 60, 604_800)) continue;
      yield {
        at: lb,
        message: `client_keep_alive must be a whole number of seconds from 60 to 604800, got ${clientKeepAliveSeconds}`,
        fix: "set it to 3600, or leave it out",
      };
    }
  },
};
