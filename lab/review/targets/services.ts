import type { Subject } from "../../lint";
import { isUnknown, type Knowable, type Link, type Registration, type Resource } from "../../topology";

/** The service whose tasks a registration stands for; undefined: it is of something else. */
export function serviceOf(side: Subject, { target }: Registration): Resource | undefined {
  const resource = "address" in target ? side.resource(target.address) : undefined;
  return resource?.type === "aws_ecs_service" ? resource : undefined;
}

/** Where its tasks stand, each behind an interface of its own; undefined: they share those of their instances. */
export function wearerOf(
  service: Resource,
): { readonly address: string; readonly securityGroups: Knowable<readonly Link[]> } | undefined {
  const securityGroups = service.links("network_configuration", "security_groups");
  if (!isUnknown(securityGroups) && securityGroups.length === 0) return undefined;
  return { address: service.address, securityGroups };
}

/** How many tasks it is told to run; undefined: nobody can say, or one for each machine. */
export function wantedTasks(service: Resource): number | undefined {
  return service.value("scheduling_strategy") === "DAEMON" ? undefined : numberIn(service, "desired_count");
}

/** Percentage of its tasks that a deployment leaves running; undefined: nobody says. */
export function leastRunning(service: Resource): number | undefined {
  return numberIn(service, "deployment_minimum_healthy_percent");
}

function numberIn(service: Resource, name: string): number | undefined {
  const value = service.value(name);
  if (value === undefined || value === null || value === "" || isUnknown(value)) return undefined;
  return Number.isNaN(Number(value)) ? undefined : Number(value);
}
