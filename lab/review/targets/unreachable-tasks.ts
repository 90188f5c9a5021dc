import { ask } from "../../reach";
import { isUnknown } from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard } from "../risk";
import { leastRunning } from "./services";
import type { ServiceInUse } from "./services-in-use";

/** A service that moves to a port which is shut: its deployment starts tasks there, and waits for them. */
export function* unreachableTasks(comparison: Comparison, each: ServiceInUse): Generator<Hazard> {
  const { after, groups } = each;
  for (const { group, fates, later } of groups) {
    const one = later.find(({ target }) => "address" in target && target.address === after?.address);
    const was = fates.find(({ registration }) => registration.address === one?.address)?.registration.port;
    const port = one?.port;
    if (after === undefined || port === undefined || isUnknown(port) || port === was) continue;
    const shut = comparison.after
      .loadBalancersOf(group.after)
      .find((lb) => isShut(comparison, lb.address, after.address, port));
    if (shut === undefined || was === undefined || isUnknown(was)) continue;
    yield {
      at: after,
      ...(leastRunning(after) !== 0 && { level: "needs-care" }),
      message: `moves tasks of ${after.address} from port ${was} to ${port}, which no security group lets ${comparison.labels.after.to(shut)} get to`,
      course: [
        `Amazon ECS starts tasks at port ${port}, which never pass a health check and are stopped again`,
        "old tasks go on answering as far as deployment_minimum_healthy_percent keeps them; the deployment never ends",
      ],
      fix: `open port ${port} between the load balancer and the tasks in a first change`,
    };
  }
}

function isShut({ after }: Comparison, from: string, to: string, port: number): boolean {
  return ask(after.topology, { from, to, port, family: "ipv4" }).verdict === "no";
}
