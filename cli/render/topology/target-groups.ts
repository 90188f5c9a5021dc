import {
  describeText,
  follow,
  isUnknown,
  type Knowable,
  type Labels,
  type Listener,
  placeOf,
  type Registration,
  type TargetGroup,
  type Topology,
} from "../../../lab/topology";
import { beside, hanging, listed, type Page } from "../text";
import { renderHeading } from "./heading";
import { describeSize, describeUserData } from "./servers";

/** Every target group with its health check and its targets, and targets of which the group is not known. */
export function renderTargetGroups(topology: Topology, labels: Labels, page: Page): string[][] {
  const { targetGroups, registrations } = topology;
  const loose = registrations.filter(({ group }) => follow(targetGroups, group) === undefined);
  return [
    ...targetGroups.map((group) => renderTargetGroup(group, topology, labels, page)),
    ...(loose.length === 0
      ? []
      : [
          [
            page.colors.bold("Targets of another target group"),
            ...loose.flatMap((registration) => renderTarget(registration, topology, labels, page)),
          ],
        ]),
  ];
}

function renderTargetGroup(group: TargetGroup, topology: Topology, labels: Labels, page: Page): string[] {
  const targets = topology.registrations.filter(
    (registration) => "address" in registration.group && registration.group.address === group.address,
  );
  return [
    ...renderHeading("Target group", group, page),
    ...hanging("  ", [...describeTraffic(group), describeUse(group, topology)].join(", "), page.width),
    ...hanging("  ", describeHealthCheck(group), page.width),
    ...(targets.length === 0
      ? [`  ${page.colors.yellow("no target is registered")}`]
      : targets.flatMap((registration) => renderTarget(registration, topology, labels, page))),
  ];
}

function describeTraffic({ targetType, protocol, port, protocolVersion, attributes }: TargetGroup): string[] {
  const { algorithm, stickiness, slowStartSeconds } = attributes;
  const wire = protocol && port ? `${describeText(protocol)} ${describeText(port)} to ` : "";
  return [
    `${wire}${describeText(targetType)} targets`,
    ...(protocolVersion === "HTTP1" ? [] : [describeText(protocolVersion)]),
    describeText(algorithm).replaceAll("_", " "),
    ...(stickiness.enabled === true ? [`sticky by ${describeText(stickiness.type)}`] : []),
    ...(slowStartSeconds === 0 ? [] : [`slow start ${describeText(slowStartSeconds)} s`]),
  ];
}

/** Which listeners send requests to a group, by its rules or by default. */
function describeUse(group: TargetGroup, { listeners, rules }: Topology): string {
  const users = listeners.filter(
    (listener) =>
      leadsTo(listener.defaultActions, group) ||
      rules.some((rule) => follow(listeners, rule.listener) === listener && leadsTo(rule.actions, group)),
  );
  const nameOf = ({ protocol, port }: Listener) => `${describeText(protocol)} ${describeText(port)}`;
  const names = [...new Set(users.map(nameOf))];
  return names.length === 0 ? "used by no listener" : `used by ${listed(names)}`;
}

function leadsTo(actions: Listener["defaultActions"], { address }: TargetGroup): boolean {
  if (isUnknown(actions)) return false;
  return actions.some(
    (action) =>
      !isUnknown(action) &&
      action.kind === "forward" &&
      !isUnknown(action.groups) &&
      action.groups.some(({ group }) => "address" in group && group.address === address),
  );
}

function describeHealthCheck({ healthCheck }: TargetGroup): string {
  const { enabled, protocol, port, path, intervalSeconds, timeoutSeconds, matcher } = healthCheck;
  if (enabled === false) return "no health check";
  const where = port === "traffic-port" ? "" : ` on port ${describeText(port)}`;
  const [up, down] = [healthCheck.healthyThreshold, healthCheck.unhealthyThreshold].map(describeText);
  const asks = protocol === "HTTP" ? "GET" : `GET over ${describeText(protocol)}`;
  const wanted = `${describeText(matcher)} in ${describeText(timeoutSeconds)} s`;
  return [
    `health ${asks} ${describeText(path)}${where}: ${wanted}`,
    `every ${describeText(intervalSeconds)} s`,
    `healthy after ${up}, unhealthy after ${down}`,
  ].join(", ");
}

function renderTarget(registration: Registration, topology: Topology, labels: Labels, page: Page): string[] {
  const { target, port } = registration;
  const instance = follow(topology.instances, target);
  const scaling = follow(topology.autoScalingGroups, target);
  const server = instance ?? scaling;
  const zone = registration.availabilityZone ?? instance?.zone;
  const facts = [
    labels.to(target),
    ...(scaling ? [describeSize(scaling)] : []),
    ...(port === undefined ? [] : [`port ${describeText(port)}`]),
    ...(zone === undefined ? [] : [describeZone(zone)]),
  ];
  const place = page.colors.dim(placeOf(server ?? registration));
  const lines = [
    ...hanging("  - ", facts.join(", "), page.width),
    ...(server ? hanging("    ", describeUserData(server.userData), page.width) : []),
  ];
  return beside(lines, place, page.width, 4);
}

function describeZone(zone: Knowable<string>): string {
  if (isUnknown(zone)) return "zone not known";
  return zone === "all" ? "every zone" : zone;
}
