import type { Defect } from "../defect";
import { textOf } from "../policy";
import { quoted } from "../values";

/** Browsers refuse keys of RSA below 2048 bits. */
export const certificateKeyTooShort: Defect = {
  id: "certificate-key-too-short",
  severity: "warning",
  facts: ["ACM.2"],
  *find(subject) {
    for (const certificate of subject.resources("aws_acm_certificate")) {
      const algorithm = textOf(certificate, ["key_algorithm"], "RSA_2048");
      if (algorithm !== "RSA_1024") continue;
      yield {
        at: certificate,
        message: `key_algorithm must be RSA_2048 or better, got ${quoted(algorithm)}`,
        fix: "remove key_algorithm for RSA_2048, or set EC_prime256v1",
      };
    }
  },
};
