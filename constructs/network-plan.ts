import { isIPv4 } from "node:net";
import { cidrProblem, cidrsOverlap, prefixLength, subnetOf } from "./cidr";
import { isToken, type PropChecks, show } from "./prop-checks";
import { isZone, regionOfZone, ZONE_LETTERS, zoneSlot } from "./zone";

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

/** The zones that can be planned with: those that are well-formed, each once. */
export function usableZones(zones: readonly string[]): string[] {
  return [...new Set(Array.isArray(zones) ? zones.filter(isZone) : [])];
}

/** Reports zones and addresses that cannot make a network for a load balancer. */
export function checkNetwork(check: PropChecks, zones: readonly string[], cidr: string): void {
  checkZones(check, zones);
  for (const zone of usableZones(zones)) {
    if (zoneSlot(zone) !== undefined) continue;
    const rule = "must end in a letter from a to h";
    check.refuse(
      "zone-without-subnet-plan",
      `zones: ${show(zone)} ${rule}; use LabNetwork.fromExisting with subnets made for it`,
    );
  }
  checkVpcCidr(check, cidr);
}

/** Reports too few zones, repeated ones, malformed ones and zones of two regions. */
export function checkZones(check: PropChecks, zones: readonly string[], least = 2): void {
  if (!Array.isArray(zones)) {
    check.refuse(
      "zones-missing",
      `zones must be a list of two or more zone names, got ${show(zones)}; name them`,
    );
    return;
  }
  for (const zone of zones.filter((name) => !isZone(name))) {
    const got = isToken(zone) ? "a token" : show(zone);
    check.refuse(
      "zone-malformed",
      `zones must be names such as ap-northeast-2a known at synth, got ${got}; correct it`,
    );
  }
  const distinct = new Set(zones);
  for (const zone of distinct) {
    const times = zones.filter((other) => other === zone).length;
    if (times > 1)
      check.refuse("zone-repeated", `zones must differ, got ${show(zone)} ${times} times; name each once`);
  }
  if (distinct.size < least) {
    check.refuse(
      "too-few-zones",
      `an application load balancer needs two zones, got ${distinct.size}; add a zone`,
    );
  }
  const regions = new Set(usableZones(zones).flatMap((zone) => regionOfZone(zone) ?? []));
  if (regions.size > 1) {
    const got = [...regions].join(" and ");
    check.refuse("zones-of-two-regions", `zones must be of one region, got ${got}; keep the zones of one`);
  }
}

function checkVpcCidr(check: PropChecks, cidr: string): void {
  if (isToken(cidr)) {
    check.refuse(
      "cidr-unknown-at-synth",
      "cidr must be known at synth, got a token; give a literal such as 10.0.0.0/16",
    );
    return;
  }
  const problem =
    cidrProblem(cidr) ?? (isIPv4(cidr.split("/")[0] ?? "") ? undefined : "is not an IPv4 network");
  if (problem) {
    check.refuse(
      "cidr-malformed",
      `cidr must be an IPv4 network, got ${show(cidr)}, which ${problem}; correct it`,
    );
    return;
  }
  const length = prefixLength(cidr);
  if (length < 16 || length > 23) {
    check.refuse(
      "cidr-size",
      `cidr must be /16 to /23, got /${length}; a load balancer's subnets need /27 each, and the VPC is cut into sixteen`,
    );
  }
  const isPrivate = PRIVATE_RANGES.some(
    (range) => cidrsOverlap(range, cidr) && prefixLength(range) <= length,
  );
  if (!isPrivate) {
    check.refuse(
      "cidr-public",
      `cidr must be private (RFC 1918 or 100.64.0.0/10), got ${show(cidr)}; use 10.0.0.0/16`,
    );
  }
}
