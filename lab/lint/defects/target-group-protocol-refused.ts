import type { TargetGroup } from "../../topology";
import { isOfApplication } from "../application-groups";
import type { Defect } from "../defect";
import type { Subject } from "../subject";
import { known, quoted } from "../values";

/** An application load balancer speaks HTTP or HTTPS to targets. */
export const targetGroupProtocolRefused: Defect = {
  id: "target-group-protocol-refused",
  severity: "error",
  facts: ["TF22", "R1", "M11"],
  *find(subject) {
    for (const group of subject.targetGroups()) {
      const protocol = known(group.protocol);
      if (protocol === undefined || protocol === "HTTP" || protocol === "HTTPS") continue;
      if (!isWrongHere(subject, group, protocol)) continue;
      yield {
        at: group,
        message: `protocol must be HTTP or HTTPS, got ${quoted(protocol)}`,
        fix: "take HTTP, or HTTPS where the servers speak TLS; gRPC and HTTP/2 are a protocol_version",
      };
    }
  },
};

/** What no load balancer speaks is wrong anywhere; what others speak, only behind an application load balancer. */
function isWrongHere(subject: Subject, group: TargetGroup, protocol: string): boolean {
  if (!ofOthers.has(protocol)) return true;
  return group.targetType !== "alb" && isOfApplication(subject, group);
}

const ofOthers: ReadonlySet<string> = new Set(["TCP", "UDP", "TCP_UDP", "TLS", "GENEVE", "QUIC", "TCP_QUIC"]);
