import { listed } from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import { whenFirstHealthy } from "../targets/health-times";
import { leastRunning } from "../targets/services";
import { type ServiceInUse, servicesInUse } from "../targets/services-in-use";
import { few } from "../targets/target-course";
import { isToldElsewhere } from "../targets/told-elsewhere";
import { unreachableTasks } from "../targets/unreachable-tasks";

/** No task of a container service is left to answer, for a while or with the next deployment. */
export const serviceInterrupted: Risk = {
  id: "service-interrupted",
  level: "drops-traffic",
  facts: ["E503", "H70", "H71"],
  rank: 20,
  *find(comparison) {
    for (const each of servicesInUse(comparison)) {
      const change = comparison.changeOf(each.before);
      if (change?.kind === "replace") {
        if (change.first !== "create" && !isToldElsewhere(comparison, change))
          yield replaced(comparison, each, change.forcedBy);
      } else if (change?.kind === "update") {
        yield* unreachableTasks(comparison, each);
        yield* stoppedByDeployments(comparison, each);
      }
    }
  },
};

function replaced(comparison: Comparison, each: ServiceInUse, forcedBy: readonly string[]): Hazard {
  const { before, groups } = each;
  const others = groups.every(({ fates, later }) => fates.length > 1 && later.length > 1);
  const [first] = groups;
  return {
    at: before,
    ...(others && { level: "needs-care" }),
    message: `replaces ${before.address}, whose tasks answer the requests of ${namesOf(comparison, each)}${forcedBy.length === 0 ? "" : `, forced by ${listed(forcedBy)}`}`,
    course: [
      "Terraform destroys the service first: all of its tasks are deregistered and stopped",
      others ? "meanwhile the other targets answer all requests" : "requests are answered 503 meanwhile",
      `it creates the service anew and does not wait for its tasks; each is known as healthy ${first === undefined ? "once it runs" : whenFirstHealthy(first.group.after)}`,
    ],
    fix: "create a second service of another name beside it, and take this one away in a second change; or set create_before_destroy with a name that follows from what is changed",
  };
}

function* stoppedByDeployments(comparison: Comparison, each: ServiceInUse): Generator<Hazard> {
  const { before, after } = each;
  if (after === undefined || leastRunning(after) !== 0 || !((leastRunning(before) ?? 0) > 0)) return;
  yield {
    at: after,
    level: "needs-care",
    message: `lets deployments of ${after.address} stop all of its tasks: deployment_minimum_healthy_percent from ${leastRunning(before)} to 0`,
    course: [
      "Terraform changes it in place; nothing happens until the next deployment, which may be in the same apply",
      `then Amazon ECS may stop every task before a new one runs: requests to ${namesOf(comparison, each)} are answered 503 or 502`,
    ],
    fix: "keep it at 100 with a deployment_maximum_percent of 200, or at whatever share can carry the load",
  };
}

function namesOf({ labels }: Comparison, { groups }: ServiceInUse): string {
  return few(groups.map(({ group }) => labels.after.to(group.after)));
}
