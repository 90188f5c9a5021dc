import { type Obstacle, obstacleToTarget, type TargetInterface } from "../../alb";
import { isKnown, isUnknown, type LoadBalancer, type TargetGroup, type Topology } from "../../topology";
import type { Way } from "../diagram";

const open: Way = { verdict: "open" };

/** Whether security groups let a load balancer through to a target: to the port of its traffic and that of its health check. */
export function wayToTarget(
  topology: Topology,
  lb: LoadBalancer | undefined,
  group: TargetGroup | undefined,
  target: TargetInterface | undefined,
  port: TargetGroup["port"],
): Way {
  if (lb === undefined) return { verdict: "unknown", why: "no load balancer is known" };
  if (target === undefined) return { verdict: "unknown", why: "the target is not declared here" };
  if (hasNoGuards(lb)) return { verdict: "unknown", why: "the load balancer has no security groups" };
  const ways = [
    wayToPort(topology, lb, target, port, "port"),
    ...(healthPortOf(group) === undefined
      ? []
      : [wayToPort(topology, lb, target, healthPortOf(group), "health check port")]),
  ];
  return (
    ways.find(({ verdict }) => verdict === "closed") ?? ways.find(({ verdict }) => verdict !== "open") ?? open
  );
}

/** A network load balancer may do without security groups, and then admits everybody. */
export function hasNoGuards({ loadBalancerType, securityGroups }: LoadBalancer): boolean {
  if (loadBalancerType === "application" || isUnknown(loadBalancerType)) return false;
  return isKnown(securityGroups) && securityGroups.length === 0;
}

/** `undefined`: it is the port of the traffic, or no health check is made. */
function healthPortOf(group: TargetGroup | undefined): TargetGroup["port"] {
  const { port, enabled } = group?.healthCheck ?? {};
  return enabled === false || port === "traffic-port" ? undefined : port;
}

function wayToPort(
  topology: Topology,
  lb: LoadBalancer,
  target: TargetInterface,
  port: TargetGroup["port"],
  what: string,
): Way {
  if (port === undefined) return open;
  if (isUnknown(port)) return { verdict: "unknown", why: `${what}: ${port.unknown}` };
  const obstacle = obstacleToTarget(topology, lb, target, port);
  return obstacle === undefined ? open : shut(obstacle, `${what} ${port}`);
}

function shut({ at, admission }: Obstacle, what: string): Way {
  if (admission.verdict === "unknown") return { verdict: "unknown", why: admission.reason };
  const why =
    at === "target ingress"
      ? `no rule of the target admits ${what}`
      : `no rule of the load balancer lets out to ${what}`;
  return { verdict: "closed", why };
}

/** A way with what it was before, where that is another. */
export function changedWay(now: Way, was: Way | undefined): Way {
  return was === undefined || was.verdict === now.verdict ? now : { ...now, was: was.verdict };
}
