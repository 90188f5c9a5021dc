import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** Servers learn the client's address only from what the load balancer itself appends. */
export const clientAddressNotAppended: Defect = {
  id: "client-address-not-appended",
  severity: "warning",
  facts: ["OWN-16"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const mode = known(lb.attributes.xffHeaderProcessingMode);
      if (mode !== "preserve" && mode !== "remove") continue;
      yield {
        at: lb,
        message: `xff_header_processing_mode must be append, got ${quoted(mode)}`,
        fix: "remove xff_header_processing_mode; servers then find the client's address last in X-Forwarded-For",
      };
    }
  },
};
