/** How AWS names zones: a region, then a letter; local and wavelength zones put a group between them. */
const ZONE = /^([a-z]{2}(?:-[a-z]+)+-\d)([a-z])$/;
const LOCAL_ZONE = /^[a-z]{2}(?:-[a-z]+)+-\d-[a-z0-9-]+-\d+[a-z]$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** Zone letters that get their own part of the VPC's addresses. */
export const ZONE_LETTERS = "abcdefgh";

export function isRegion(text: unknown): boolean {
  return typeof text === "string" && REGION.test(text);
}

/** True for an availability zone, a local zone or a wavelength zone by its form; existence is not checked. */
export function isZone(text: unknown): text is string {
  return typeof text === "string" && (ZONE.test(text) || LOCAL_ZONE.test(text));
}

/** Region of an availability zone: `ap-northeast-2` for `ap-northeast-2a`; undefined for other zones. */
export function regionOfZone(zone: string): string | undefined {
  return ZONE.exec(zone)?.[1];
}

/** Place of the zone's letter, 0 for a; undefined past h and for local zones. */
export function zoneSlot(zone: string): number | undefined {
  const slot = ZONE_LETTERS.indexOf(ZONE.exec(zone)?.[2] ?? "-");
  return slot < 0 ? undefined : slot;
}

/** Partition of a region, for ARNs. */
export function partitionOf(region: string): "aws" | "aws-cn" | "aws-us-gov" {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
