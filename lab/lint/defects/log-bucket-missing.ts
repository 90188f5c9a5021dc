import type { Defect } from "../defect";
import { logsOf } from "../log-deliveries";

/** Logs are written to a bucket. */
export const logBucketMissing: Defect = {
  id: "log-bucket-missing",
  severity: "error",
  facts: ["N40", "N41", "TF12"],
  *find(subject) {
    for (const { lb, block, bucket } of logsOf(subject)) {
      if (bucket !== undefined) continue;
      yield {
        at: lb,
        message: `${block} bucket must name a bucket where logs are enabled, got nothing`,
        fix: "name a bucket that the load balancer may write to, or drop the block",
      };
    }
  },
};
