import { applicationGroups } from "../application-groups";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** An application load balancer probes with HTTP or HTTPS. */
export const healthProtocolRefused: Defect = {
  id: "health-protocol-refused",
  severity: "error",
  facts: ["H1", "TF30", "TF29"],
  *find(subject) {
    for (const group of applicationGroups(subject)) {
      const protocol = known(group.healthCheck.protocol);
      if (protocol === undefined || isAccepted(protocol.toUpperCase(), known(group.targetType))) continue;
      // A group that is refused because of its own protocol is another matter.
      if (group.protocol !== undefined && !/^HTTPS?$/.test(known(group.protocol) ?? "")) continue;
      yield {
        at: group,
        message: `health_check protocol must be HTTP or HTTPS, got ${quoted(protocol)}`,
        fix: "give the protocol that the server speaks on the port that is probed, HTTP or HTTPS",
      };
    }
  },
};

/** A probe of a function has no protocol, but the provider refuses this one by name. */
function isAccepted(protocol: string, targetType: string | undefined): boolean {
  if (targetType === "lambda") return protocol !== "TCP";
  return protocol === "HTTP" || protocol === "HTTPS";
}
