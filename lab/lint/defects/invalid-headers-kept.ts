import type { Defect } from "../defect";

/** Headers with names that no server should read are passed on unless they are dropped. */
export const invalidHeadersKept: Defect = {
  id: "invalid-headers-kept",
  severity: "warning",
  facts: ["CKV_AWS_131", "AWS-0052", "ELB.4", "HIPAA.Security-ALBHttpDropInvalidHeaderEnabled"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      if (lb.attributes.dropInvalidHeaderFields !== false) continue;
      yield {
        at: lb,
        message: "drop_invalid_header_fields must be true, got false",
        fix: "set drop_invalid_header_fields to true; it is false where it is not set",
      };
    }
  },
};
