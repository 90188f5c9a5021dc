import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** A load balancer speaks HTTP/1.1, HTTP/2 or gRPC to targets. */
export const protocolVersionUnknown: Defect = {
  id: "protocol-version-unknown",
  severity: "error",
  facts: ["TF23", "P21"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      const value = known(group.protocolVersion);
      if (value === undefined || ["HTTP1", "HTTP2", "GRPC"].includes(value.toUpperCase())) continue;
      yield {
        at: group,
        message: `protocol_version must be HTTP1, HTTP2 or GRPC, got ${quoted(value)}`,
        fix: "take one of the three; HTTP1 is the default",
      };
    }
  },
};
