import type { Defect } from "../defect";

/** One wrong destroy takes away a load balancer and its name in DNS. */
export const deletionProtectionOff: Defect = {
  id: "deletion-protection-off",
  severity: "warning",
  facts: ["CKV_AWS_150", "ELB.6", "NIST.800.53.R5-ELBDeletionProtectionEnabled"],
  profile: "prod",
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      if (lb.attributes.deletionProtection !== false) continue;
      yield {
        at: lb,
        message: "enable_deletion_protection must be true in production, got false",
        fix: "set enable_deletion_protection to true",
      };
    }
  },
};
