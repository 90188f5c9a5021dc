import { failsBecause } from "../answers";
import type { Cause } from "../cause";
import { known } from "../words";

const REFUSED = /alert|handshake|\bSSL\b|\bTLS\b|certificate|EPROTO|cipher/i;

/** Load balancer and server do not agree on TLS. */
export const tlsHandshakeRefused: Cause = {
  id: "tls-handshake-refused",
  kind: "broken",
  facts: ["U13", "H54"],
  rank: 35,
  *find(one) {
    for (const target of one.troubled) {
      const { group, seen } = target;
      if (known(group?.healthCheck.protocol) !== "HTTPS") continue;
      if (seen?.state !== "unhealthy" || seen.reason !== "Target.FailedHealthChecks") continue;
      const why = failsBecause(target);
      if (why === "connection refused") continue;
      yield {
        targets: [target],
        certainty: why !== undefined && REFUSED.test(why) ? "likely" : "possible",
        cause: "load balancer and server find no TLS version, cipher or certificate that both can use",
        place: target.name,
        fix: (places) =>
          `give ${places} a certificate with its key in PEM format and TLS 1.2, on port ${target.healthPort}`,
        explains: ["nothing-listens"],
      };
    }
  },
};
