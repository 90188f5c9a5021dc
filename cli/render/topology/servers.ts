import {
  type AutoScalingGroup,
  describeText,
  describeUnknown,
  follow,
  type Instance,
  isUnknown,
  type Topology,
} from "../../../lab/topology";
import { counted, hanging, listed, type Page } from "../text";
import { renderHeading } from "./heading";

/** Instances and auto scaling groups that no registration makes targets. */
export function renderLooseServers(topology: Topology, page: Page): string[][] {
  const { instances, autoScalingGroups, registrations } = topology;
  const isLoose = (server: Instance | AutoScalingGroup) =>
    !registrations.some(({ target }) => follow([server], target));
  return [
    ...instances
      .filter(isLoose)
      .map((instance) => [
        ...renderHeading("Instance", instance, page),
        ...hanging("  ", `${describeText(instance.zone)}, registered with no target group`, page.width),
        ...hanging("  ", describeUserData(instance.userData), page.width),
      ]),
    ...autoScalingGroups
      .filter(isLoose)
      .map((group) => [
        ...renderHeading("Auto scaling group", group, page),
        ...hanging("  ", `${describeSize(group)}, registered with no target group`, page.width),
        ...hanging("  ", describeUserData(group.userData), page.width),
      ]),
  ];
}

/** Such as `2 instances (2 to 4)`. */
export function describeSize({ minSize, maxSize, desiredCapacity, zones }: AutoScalingGroup): string {
  const where = isUnknown(zones) || zones.length === 0 ? "" : ` in ${listed(zones.map(describeText))}`;
  const wanted = isUnknown(desiredCapacity) ? describeUnknown(desiredCapacity) : desiredCapacity;
  return `${wanted} instances (${describeText(minSize)} to ${describeText(maxSize)})${where}`;
}

/** What the user data of a server starts, as far as it can be read. */
export function describeUserData(userData: Instance["userData"]): string {
  if (userData === undefined) return "no user data";
  if (isUnknown(userData)) return `user data ${describeUnknown(userData)}`;
  const { settings, unit, files, commands } = userData;
  if (settings !== undefined) {
    const { serverName, basePath, healthPath, port, healthPort = port, keepAliveSeconds } = settings;
    const health = healthPort === port ? healthPath : `${healthPath} on ${healthPort}`;
    return `server ${serverName} at ${basePath} on ${port}, health ${health}, keep-alive ${keepAliveSeconds} s`;
  }
  if (unit !== undefined) return `user data starts ${unit.name}: ${unit.execStart.join(" ")}`;
  if (files.length + commands.length === 0) return "user data is a script";
  return `user data of ${counted(files.length, "file")} and ${counted(commands.length, "command")}`;
}
