import type { Defect } from "../defect";
import { flagOf } from "../policy";
import { decidersOf } from "../servers";

const places = {
  instance: ["monitoring"],
  template: ["monitoring", "enabled"],
  configuration: ["enable_monitoring"],
};

/** Without detailed monitoring an alarm learns of a busy server five minutes late. */
export const detailedMonitoringOff: Defect = {
  id: "detailed-monitoring-off",
  severity: "warning",
  facts: ["CKV_AWS_126", "AwsSolutions-EC28"],
  profile: "prod",
  *find(subject) {
    for (const { resource, path } of decidersOf(subject, places)) {
      const fallback = path === places.configuration;
      if (flagOf(resource, path, fallback) !== false) continue;
      yield {
        at: resource,
        message: `${path.join(" ")} must be true, got false`,
        fix: `set ${path.join(" ")} to true`,
      };
    }
  },
};
