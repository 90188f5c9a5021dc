import type { Defect } from "../defect";
import { flagOf } from "../policy";

/** A certificate in use cannot be deleted, so the new one has to be there first. */
export const certificateReplacedNotBefore: Defect = {
  id: "certificate-replaced-not-before",
  severity: "warning",
  facts: ["CKV_AWS_233", "G26"],
  *find(subject) {
    // plans and states do not show the lifecycle
    if (subject.topology.source.kind !== "synth") return;
    for (const certificate of subject.resources("aws_acm_certificate")) {
      if (flagOf(certificate, ["lifecycle", "create_before_destroy"], false) !== false) continue;
      yield {
        at: certificate,
        message: "lifecycle create_before_destroy must be true for a certificate, got false",
        fix: "add lifecycle with create_before_destroy true",
      };
    }
  },
};
