import type { Defect } from "../defect";

/** Without access logs nobody can say afterwards who asked for what. */
export const accessLogsOff: Defect = {
  id: "access-logs-off",
  severity: "warning",
  facts: ["CKV_AWS_91", "ELB.5", "AwsSolutions-ELB2"],
  profile: "prod",
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      if (lb.attributes.accessLogs.enabled !== false) continue;
      yield {
        at: lb,
        message: "access_logs enabled must be true, got false",
        fix: "add access_logs with enabled true and a bucket; enabled is false where it is not set",
      };
    }
  },
};
