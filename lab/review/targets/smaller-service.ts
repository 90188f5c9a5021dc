import type { Comparison } from "../comparison";
import type { Hazard } from "../risk";
import { wantedTasks } from "./services";
import { servicesInUse } from "./services-in-use";

/** Container services that are told to run fewer tasks; none that is told to run nothing. */
export function* smallerServices(comparison: Comparison): Generator<Hazard> {
  for (const { before, after } of servicesInUse(comparison)) {
    if (after === undefined || comparison.kindOf(before) !== "update") continue;
    const [was, is] = [wantedTasks(before), wantedTasks(after)];
    if (was === undefined || is === undefined || is === 0 || is >= was) continue;
    yield {
      at: after,
      message: `lowers desired_count of ${after.address} from ${was} to ${is}`,
      course: [
        "Terraform changes the service in place",
        "Amazon ECS takes the tasks beyond that away: each is deregistered, drained and stopped",
        "those that are left have to do the work of all",
      ],
      fix: "lower it in steps, and look at the load of the tasks that are left; where scaling policies decide, have Terraform ignore changes of desired_count",
    };
  }
}
