import type { Cause } from "../cause";

/** The load balancer could not make the health check: the fault is not the target's. */
export const internalError: Cause = {
  id: "internal-error",
  kind: "broken",
  facts: ["H55", "H38"],
  rank: 40,
  *find(one) {
    for (const target of one.troubled) {
      if (target.seen?.reason !== "Elb.InternalError") continue;
      const isLocal = one.evidence.source === "local";
      const where = one.placeOfGroup(target);
      yield {
        targets: [target],
        certainty: "likely",
        cause: isLocal
          ? "the health check cannot be sent as it is set"
          : "the load balancer itself could not make the health check",
        fix: isLocal
          ? `correct health_check path of ${where}: it has characters that no request can have`
          : "wait some minutes; ask AWS Support if it lasts",
      };
    }
  },
};
