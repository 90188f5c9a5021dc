import type { Defect } from "../defect";
import { textOf } from "../policy";
import { quoted } from "../values";

/** Browsers refuse a certificate that is not in the public logs. */
export const certificateNotLogged: Defect = {
  id: "certificate-not-logged",
  severity: "warning",
  facts: ["CKV_AWS_234"],
  *find(subject) {
    for (const certificate of subject.resources("aws_acm_certificate")) {
      const path = ["options", "certificate_transparency_logging_preference"];
      if (textOf(certificate, path, "ENABLED") !== "DISABLED") continue;
      yield {
        at: certificate,
        message: `certificate_transparency_logging_preference must be ENABLED, got ${quoted("DISABLED")}`,
        fix: "remove certificate_transparency_logging_preference",
      };
    }
  },
};
