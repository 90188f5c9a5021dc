import { isIPv4 } from "node:net";
import type { PropChecks } from "../checks/prop-checks";
import { show } from "../checks/values";
import { cidrProblem, cidrsOverlap, prefixLength, subnetOf } from "./cidr";
import { regionOfZone, ZONE_LETTERS, zoneSlot } from "./zone";

/** Addresses of one zone's subnets. */
export interface SubnetPlan {
  readonly zone: string;
  readonly publicCidr: string;
  readonly privateCidr: string;
}

const PARTS_BITS = 4;
const PRIVATE_RANGES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/**
 * Cuts a VPC into sixteen parts: the first eight are the public subnets of zones a to h, the last eight the
 * private ones. A zone's part follows from its letter alone, so it never moves.
 */
export function planSubnets(cidr: string, zones: readonly string[]): SubnetPlan[] {
  if (cidrProblem(cidr)) return zones.map((zone) => ({ zone, publicCidr: cidr, privateCidr: cidr }));
  const length = prefixLength(cidr) + PARTS_BITS;
  return zones.map((zone) => {
    const slot = zoneSlot(zone) ?? 0;
    return {
      zone,
      publicCidr: subnetOf(cidr, length, slot),
      privateCidr: subnetOf(cidr, length, slot + ZONE_LETTERS.length),
    };
  });
}

/** Reports zones that cannot make a network for a load balancer. */
export function checkNetwork(check: PropChecks, zones: readonly string[]): void {
  checkZones(check, "zones", zones, 2);
  for (const zone of new Set(zones)) {
    if (zoneSlot(zone) !== undefined) continue;
    const rule = `zones must end in a letter from a to h, got ${show(zone)}`;
    check.refuse("zone-without-subnet-plan", `${rule}; use LabNetwork.fromExisting with subnets made for it`);
  }
}

/** Reports too few zones, repeated ones and zones of two regions. */
export function checkZones(check: PropChecks, prop: string, zones: readonly string[], least: number): void {
  const distinct = [...new Set(zones)];
  for (const zone of distinct) {
    const times = zones.filter((other) => other === zone).length;
    if (times < 2) continue;
    check.refuse(
      "zone-repeated",
      `${prop} must differ in zone, got ${show(zone)} ${times} times; name each once`,
    );
  }
  if (distinct.length < least) {
    const rule = `${prop} must be of ${least} zones or more for a load balancer, got ${distinct.length}`;
    check.refuse("too-few-zones", `${rule}; add a zone`);
  }
  const regions = new Set(distinct.flatMap((zone) => regionOfZone(zone) ?? []));
  if (regions.size > 1) {
    const got = [...regions].join(" and ");
    check.refuse("zones-of-two-regions", `${prop} must be of one region, got ${got}; keep the zones of one`);
  }
}

/** Reports addresses that are no private network of a size that can be cut. */
export function checkVpcCidr(check: PropChecks, cidr: string): void {
  const isIpv4 = isIPv4(cidr.split("/")[0] ?? "");
  const problem = cidrProblem(cidr) ?? (isIpv4 ? undefined : "is not an IPv4 network");
  if (problem) {
    const rule = `cidr must be an IPv4 network, got ${show(cidr)}, which ${problem}`;
    check.refuse("cidr-malformed", `${rule}; correct it`);
    return;
  }
  const length = prefixLength(cidr);
  if (length < 16 || length > 23) {
    const fix = "the VPC is cut into sixteen, and a load balancer's subnets need /27 each";
    check.refuse("cidr-size", `cidr must be /16 to /23, got /${length}; ${fix}`);
  }
  const isPrivate = PRIVATE_RANGES.some(
    (range) => cidrsOverlap(range, cidr) && prefixLength(range) <= length,
  );
  if (isPrivate) return;
  const rule = `cidr must be private (RFC 1918 or 100.64.0.0/10), got ${show(cidr)}`;
  check.refuse("cidr-public", `${rule}; use 10.0.0.0/16`);
}
