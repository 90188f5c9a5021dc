import { isUnknown, type Link, type Resource } from "../../topology";
import { type End, subnetsOf } from "../ends/ends";
import type { Ground } from "../ground";
import { type Family, renderAddresses } from "../sets/addresses";
import type { Intervals } from "../sets/intervals";
import { isSame, keyOf, textOf } from "../values";
import type { Step, Verdict } from "../verdict";
import { publicAddressOf } from "./public-address";
import { type Leading, leadFrom, type Route } from "./route-tables";
import { subnetOf } from "./subnets";

/** A way between an end and addresses outside of its VPC. */
interface Outside {
  readonly end: End;
  readonly addresses: Intervals;
  readonly family: Family;
  /** `in`: the others begin. */
  readonly direction: "in" | "out";
}

/**
 * Whether routes and gateways let an end and addresses outside of its VPC talk; one subnet that does is enough, but for
 * those who come to a load balancer: it has an address in each.
 */
export function routeOutside(ground: Ground, way: Outside): Step {
  const steps = subnetsOf(way.end).map((subnet) => routeFromSubnet(ground, subnet, way));
  const isEach = way.end.kind === "load balancer" && way.direction === "in";
  if (isEach && steps.some(({ verdict }) => verdict === "yes")) {
    const other = steps.find(({ verdict }) => verdict !== "yes");
    if (other) return other.verdict === "no" ? { ...other, verdict: "some" } : other;
  }
  const best = (["yes", "some", "unknown", "no"] as const)
    .map((verdict) => steps.find((step) => step.verdict === verdict))
    .find((step) => step !== undefined);
  return best ?? step("unknown", way.end.address, [], `the subnets of ${way.end.address} are not known`);
}

function routeFromSubnet(ground: Ground, subnet: Link, way: Outside): Step {
  const at = keyOf(subnet) ?? way.end.address;
  const leading = leadFrom(ground, subnet, way.addresses);
  if (isUnknown(leading)) return step("unknown", at, [], leading.unknown);
  const parts = leading.map((part) => judge(ground, subnet, part, way));
  const open = parts.filter(({ verdict }) => verdict === "yes");
  const [first] = parts;
  if (first === undefined) return step("no", at, [], "there is nothing to send to");
  // a narrower route takes a few networks elsewhere; the internet as such is still there
  if (open.length === parts.length || (open.length > 0 && isInternet(way)))
    return step("yes", at, [...new Set(open.flatMap(({ by }) => by))]);
  const doubt = parts.find(({ verdict }) => verdict === "unknown");
  if (open.length > 0) return { ...(doubt ?? first), verdict: "some" };
  return doubt ?? first;
}

/** More than half of all IPv4 addresses, or a sixteenth of IPv6: then the internet as such is meant. */
function isInternet({ addresses, family }: Outside): boolean {
  const count = addresses.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  return count > (family === "ipv4" ? 1n << 31n : 1n << 124n);
}

function step(verdict: Verdict, at: string, by: readonly string[], why?: string): Step {
  return { verdict, at: `routes of ${at}`, by, ...(why !== undefined && { why }) };
}

function judge(ground: Ground, subnet: Link, { addresses, route }: Leading, way: Outside): Step {
  const at = keyOf(subnet) ?? "?";
  if (route === undefined) {
    const [shown = "?"] = isInternet(way) ? ["the internet"] : renderAddresses(addresses);
    return step("no", at, [], `no route of ${at} leads to ${shown}`);
  }
  const gateway = ground.resource(route.to);
  const kind = kindOf(route, gateway);
  if (kind === "internet gateway") return throughInternetGateway(ground, subnet, route, gateway, way);
  if (kind === "NAT gateway" || kind === "egress-only gateway")
    return oneWay(ground, subnet, route, gateway, way, kind);
  return step("unknown", at, [route.at], `what is behind ${route.at} (${route.by}) is not said here`);
}

function kindOf({ by, to }: Route, gateway: Resource | undefined): string {
  if (by === "nat_gateway_id") return "NAT gateway";
  if (by === "egress_only_gateway_id" || gateway?.type === "aws_egress_only_internet_gateway")
    return "egress-only gateway";
  const isById = to !== undefined && "external" in to && to.external.startsWith("igw-");
  return gateway?.type === "aws_internet_gateway" || isById ? "internet gateway" : by;
}

function throughInternetGateway(
  ground: Ground,
  subnet: Link,
  route: Route,
  gateway: Resource | undefined,
  { end, family }: Outside,
): Step {
  const at = keyOf(subnet) ?? "?";
  if (gateway?.mode === "managed" && !isAttached(ground, gateway, subnet))
    return step("no", at, [route.at], `${gateway.address} is not attached to the VPC of ${at}`);
  const address = publicAddressOf(ground, end, family);
  if ("none" in address) return step("no", at, [route.at], address.none);
  if ("unknown" in address) return step("unknown", at, [route.at], address.unknown);
  return step("yes", at, [route.at, ...(gateway ? [gateway.address] : []), address.by]);
}

function isAttached(ground: Ground, gateway: Resource, subnet: Link): boolean {
  const vpc = subnetOf(ground, subnet)?.vpc;
  const attachments = ground
    .resources("aws_internet_gateway_attachment")
    .filter((one) => isSame(one.link("internet_gateway_id"), gateway) !== false);
  return [gateway, ...attachments].some((one) => {
    const link = one.link("vpc_id");
    return link !== undefined && isSame(link, vpc) !== false;
  });
}

/** Gateways that let out what begins inside, and nothing in. */
function oneWay(
  ground: Ground,
  subnet: Link,
  route: Route,
  gateway: Resource | undefined,
  way: Outside,
  kind: string,
): Step {
  const at = keyOf(subnet) ?? "?";
  const by = [route.at, ...(gateway ? [gateway.address] : [])];
  if (way.direction === "in")
    return step("no", at, by, `${kind === "NAT gateway" ? "a" : "an"} ${kind} lets nothing in`);
  if (kind === "egress-only gateway") return step("yes", at, by);
  if (gateway === undefined)
    return step("unknown", at, by, `the NAT gateway of ${route.at} is not declared here`);
  const isPrivate = textOf(gateway, "connectivity_type") === "private";
  if (isPrivate) return step("no", at, by, `${gateway.address} is private`);
  const own = gateway.link("subnet_id");
  if (own === undefined) return step("unknown", at, by, `the subnet of ${gateway.address} is not known`);
  const nat: End = {
    ...{ address: gateway.address, kind: "network interface", securityGroups: [], isMany: false },
    subnets: [own],
  };
  const further = natRoute(ground, own, { ...way, end: nat });
  return further === undefined ? step("yes", at, by) : step(further.verdict, at, by, further.why);
}

/** What is wrong with the way out of a NAT gateway, whose subnet must be public; `undefined`: nothing. */
function natRoute(ground: Ground, subnet: Link, { addresses, end }: Outside): Step | undefined {
  const leading = leadFrom(ground, subnet, addresses);
  if (isUnknown(leading)) return step("unknown", end.address, [], leading.unknown);
  const isPublic = leading.some(({ route }) => {
    const gateway = ground.resource(route?.to);
    const isOpen = gateway?.mode !== "managed" || isAttached(ground, gateway, subnet);
    return route !== undefined && kindOf(route, gateway) === "internet gateway" && isOpen;
  });
  return isPublic
    ? undefined
    : step(
        "no",
        end.address,
        [],
        `no route of ${keyOf(subnet)}, the subnet of ${end.address}, leads to an internet gateway`,
      );
}
