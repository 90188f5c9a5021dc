import { actionsOf } from "../actions";
import type { Defect } from "../defect";
import { groupsOf, needsHttps } from "../forwards";
import { known } from "../values";

/** gRPC and HTTP/2 target groups are behind HTTPS. */
export const protocolVersionNeedsHttps: Defect = {
  id: "protocol-version-needs-https",
  severity: "error",
  facts: ["P50", "TF23"],
  *find(subject) {
    for (const action of actionsOf(subject, "forward")) {
      const { owner, argument, listener } = action.list;
      if (listener?.protocol !== "HTTP") continue;
      for (const { address, protocolVersion } of groupsOf(subject, action)) {
        if (!needsHttps(protocolVersion)) continue;
        yield {
          at: owner,
          message: `${argument} to a group with protocol_version ${known(protocolVersion)} must be on an HTTPS listener, got HTTP for ${address}`,
          fix: "forward to it from an HTTPS listener, or use protocol_version HTTP1",
        };
      }
    }
  },
};
