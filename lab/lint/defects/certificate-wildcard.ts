import type { Defect } from "../defect";
import { textOf } from "../policy";
import { quoted } from "../values";

/** A certificate for all names of a domain serves whoever gets hold of its key for all of them. */
export const certificateWildcard: Defect = {
  id: "certificate-wildcard",
  severity: "warning",
  facts: ["CKV2_AWS_71"],
  *find(subject) {
    for (const certificate of subject.resources("aws_acm_certificate")) {
      const domain = textOf(certificate, ["domain_name"], "");
      if (domain === undefined || !domain.startsWith("*.")) continue;
      yield {
        at: certificate,
        message: `domain_name must name one host, got ${quoted(domain)}`,
        fix: "name the host of the load balancer, and others in subject_alternative_names",
      };
    }
  },
};
