import type { Subject } from "../../lint";
import { isUnknown, type Registration } from "../../topology";
import { serviceOf, wantedTasks } from "./services";

/** How many targets registrations stand for, an auto scaling group or a container service for those it wants; undefined: nobody can say. */
export function countTargets(side: Subject, registrations: readonly Registration[]): number | undefined {
  let sum = 0;
  for (const registration of registrations) {
    const size = sizeOf(side, registration);
    if (size === undefined) return undefined;
    sum += size;
  }
  return sum;
}

function sizeOf(side: Subject, registration: Registration): number | undefined {
  const server = side.serverOf(registration);
  if (server !== undefined && "minSize" in server) {
    const { desiredCapacity, maxSize } = server;
    if (maxSize === 0) return 0;
    if (isUnknown(desiredCapacity)) return undefined;
    return isUnknown(maxSize) ? desiredCapacity : Math.min(desiredCapacity, maxSize);
  }
  const service = serviceOf(side, registration);
  return service === undefined ? 1 : wantedTasks(service);
}
