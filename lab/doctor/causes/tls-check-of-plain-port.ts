import { failsBecause } from "../answers";
import type { Cause, Indication } from "../cause";
import { mayBe, type Target } from "../target";
import { known } from "../words";

/** The health check speaks TLS to a server that speaks plain HTTP. */
export const tlsCheckOfPlainPort: Cause = {
  id: "tls-check-of-plain-port",
  kind: "broken",
  facts: ["U10", "H1", "H53"],
  rank: 23,
  *find(one) {
    for (const target of one.troubled) {
      const { group, words } = target;
      const certainty = group && mayBe(target, ["unhealthy", "initial"], reasons) && certaintyFor(target);
      if (group === undefined || !certainty) continue;
      yield {
        targets: [target],
        certainty,
        ...(words?.isCertain && { seen: ["by its user data, the server speaks plain HTTP"] }),
        cause: `health checks speak HTTPS to port ${target.healthPort}, where the server speaks plain HTTP`,
        fix: `set ${known(group.protocol) === "HTTPS" ? "protocol and " : ""}health_check protocol of ${one.place(group)} to HTTP`,
        explains: ["slow-answer", "nothing-listens", "tls-handshake-refused"],
      };
    }
  },
};

const reasons = ["Target.Timeout", "Target.FailedHealthChecks", "Elb.InitialHealthChecking"] as const;

/** Where requests are sent in plain HTTP, the same port hardly speaks TLS. */
function certaintyFor(target: Target): Indication["certainty"] | undefined {
  const { group, words, seen } = target;
  if (known(group?.healthCheck.protocol) !== "HTTPS") return undefined;
  if (words?.isCertain || failsBecause(target) === "no TLS there") return "certain";
  const isMixed = known(group?.protocol) === "HTTP" && known(group?.healthCheck.port) === "traffic-port";
  return seen !== undefined && isMixed ? "likely" : undefined;
}
