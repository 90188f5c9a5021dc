import { isIP } from "node:net";
import {
  follow,
  isKnown,
  isUnknown,
  type Knowable,
  type Link,
  type Registration,
  type TargetGroup,
  type Topology,
} from "../../topology";
import { obstacleToTarget, type TargetInterface } from "../security/paths";
import type { Question } from "./question";
import type { TargetReport } from "./report";

/** The registered targets of a group, and what keeps the load balancer from them. */
export function reportTargets(group: TargetGroup, question: Question): readonly TargetReport[] {
  return question.topology.registrations
    .filter((registration) => "address" in registration.group && registration.group.address === group.address)
    .map((registration) => reportTarget(registration, question));
}

function reportTarget(registration: Registration, question: Question): TargetReport {
  const { topology, labels } = question;
  const { target } = registration;
  const instance = follow(topology.instances, target);
  const { address, path } = instance ?? follow(topology.autoScalingGroups, target) ?? registration;
  const zone = registration.availabilityZone ?? instance?.zone;
  const port = known(registration.port);
  const blocked = port === undefined ? undefined : describeObstacle(port, registration, question);
  const ip = instance ? known(instance.privateIp) : ipOf(target);
  return {
    address,
    ...(path !== undefined && { path }),
    name: labels.to(target),
    ...(ip !== undefined && { ip }),
    ...(port !== undefined && { port }),
    ...(zone !== undefined && isKnown(zone) && { zone }),
    ...(blocked !== undefined && { blocked }),
  };
}

function known<T>(value: Knowable<T> | undefined): T | undefined {
  return value === undefined || isUnknown(value) ? undefined : value;
}

function ipOf(target: Link): string | undefined {
  return "external" in target && isIP(target.external) !== 0 ? target.external : undefined;
}

/** What is shut for certain; a doubt counts as open. */
function describeObstacle(
  port: number,
  { target }: Registration,
  { topology, loadBalancer }: Question,
): string | undefined {
  const obstacle = obstacleToTarget(topology, loadBalancer, interfaceOf(topology, target), port);
  if (obstacle?.admission.verdict !== "no") return undefined;
  return obstacle.at === "target ingress"
    ? `no rule of its security groups admits port ${port} from the load balancer`
    : `no rule of the load balancer's security groups lets it out to port ${port}`;
}

function interfaceOf(topology: Topology, target: Link): TargetInterface {
  const instance = follow(topology.instances, target);
  const group = follow(topology.autoScalingGroups, target);
  const ip = ipOf(target);
  const server = instance ?? group;
  if (!server) return { cidrs: ip === undefined ? [] : [`${ip}/${isIP(ip) === 4 ? 32 : 128}`] };
  const subnets = group ? known(group.subnets) : [instance?.subnet];
  const cidrs = (subnets ?? []).map((subnet) => known(follow(topology.subnets, subnet)?.cidr));
  // one that is not known may be anywhere
  return {
    securityGroups: server.securityGroups,
    cidrs: cidrs.every((cidr) => cidr !== undefined) ? cidrs : [],
  };
}
