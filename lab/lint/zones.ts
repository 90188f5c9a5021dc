import { isUnknown, type Link } from "../topology";
import type { Subject } from "./subject";

/** A region, then a letter; local and wavelength zones put a group and a number between them. */
const ZONE = /^([a-z]{2,4}(?:-[a-z]+)+-\d+)[a-z]$/;
const LOCAL_ZONE = /^([a-z]{2,4}(?:-[a-z]+)+-\d+)(?:-[a-z0-9]+)+-\d+[a-z]?$/;

/** Region of a zone of any kind; `undefined`: no zone has such a name. */
export function regionOfZone(zone: string): string | undefined {
  return (ZONE.exec(zone) ?? LOCAL_ZONE.exec(zone))?.[1];
}

/** Whether it is a local zone or a wavelength zone. */
export function isLocalZone(zone: string): boolean {
  return !ZONE.test(zone) && LOCAL_ZONE.test(zone);
}

/** Name or else id of the zone that a subnet is in; two marks are of one zone when they are equal. */
export function zoneMarkOf(subject: Subject, subnet: Link): string | undefined {
  const resource = "address" in subnet ? subject.resource(subnet.address) : undefined;
  return resource && (textAt(resource, "availability_zone") ?? textAt(resource, "availability_zone_id"));
}

/**
 * Region of a resource: its own argument, or that of the provider. Which provider a resource has is only said in a
 * configuration, and the region of one with an alias is not known.
 */
export function regionOf(subject: Subject, { address }: { readonly address: string }): string | undefined {
  const { kind, region } = subject.topology.source;
  const resource = subject.resource(address);
  const own = resource?.value("region");
  if (own !== undefined) return typeof own === "string" ? own : undefined;
  const provider = resource?.value("provider");
  const isDefault = provider === undefined || provider === "aws";
  return kind === "synth" && isDefault ? region : undefined;
}

function textAt(resource: { value(name: string): unknown }, name: string): string | undefined {
  const value = resource.value(name);
  return typeof value === "string" && value !== "" && !isUnknown(value) ? value : undefined;
}
