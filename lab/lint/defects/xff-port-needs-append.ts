import type { Defect } from "../defect";
import { known } from "../values";

/** The client's port is only added where the client's address is. */
export const xffPortNeedsAppend: Defect = {
  id: "xff-port-needs-append",
  severity: "warning",
  facts: ["P3", "P2", "N50", "N51"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const { xffClientPort, xffHeaderProcessingMode } = lb.attributes;
      const mode = known(xffHeaderProcessingMode);
      if (known(xffClientPort) !== true || (mode !== "preserve" && mode !== "remove")) continue;
      yield {
        at: lb,
        message: `enable_xff_client_port must be false where xff_header_processing_mode is ${mode}, got true`,
        fix: "use append, or drop enable_xff_client_port, which does nothing",
      };
    }
  },
};
