import { actionLists, GUARDING_TYPES } from "../actions";
import type { Defect } from "../defect";
import { groupsOf, needsHttps } from "../forwards";
import { enumerate, known } from "../values";

/** Requests for gRPC and HTTP/2 target groups are forwarded and nothing else. */
export const grpcOrHttp2GroupNotOnlyForwarded: Defect = {
  id: "grpc-or-http2-group-not-only-forwarded",
  severity: "error",
  facts: ["R43", "P50"],
  *find(subject) {
    for (const list of actionLists(subject)) {
      const others = list.actions.flatMap(({ type }) => GUARDING_TYPES.filter((one) => one === type));
      const group = list.actions
        .flatMap((action) => groupsOf(subject, action))
        .find(({ protocolVersion }) => needsHttps(protocolVersion));
      if (others.length === 0 || group === undefined) continue;
      const version = known(group.protocolVersion);
      yield {
        at: list.owner,
        message: `${list.argument} to a group with protocol_version ${version} must forward alone, got ${enumerate(others)} before ${group.address}`,
        fix: "let the targets check who asks, or use a target group with protocol_version HTTP1",
      };
    }
  },
};
