import type { Cause } from "../cause";
import { known } from "../words";

/** An HTTPS listener without a certificate cannot greet anybody. */
export const certificateMissing: Cause = {
  id: "certificate-missing",
  kind: "broken",
  facts: ["R2"],
  rank: 20,
  *find(one) {
    for (const listener of one.links.listeners()) {
      if (known(listener.protocol) !== "HTTPS" || listener.certificates.length > 0) continue;
      yield {
        about: [one.about("listener", listener)],
        certainty: "certain",
        seen: ["it speaks HTTPS and has no certificate"],
        cause: "the HTTPS listener has no certificate, so no client gets through its TLS handshake",
        fix: `set certificate_arn of ${one.place(listener)} to a certificate of the same region`,
      };
    }
  },
};
