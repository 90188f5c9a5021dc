import type { Link, Listener } from "../topology";
import type { Subject } from "./subject";
import { knownOf } from "./values";
import { regionOf, regionOfZone } from "./zones";

/** Region of a listener and its load balancer, where something says it for sure. */
export function regionOfListener(subject: Subject, listener: Listener): string | undefined {
  const here: Link = { address: listener.address };
  const applied = regionOfApplied(subject, here) ?? regionOfApplied(subject, listener.loadBalancer);
  if (applied !== undefined) return applied;
  const [zone = ""] = knownOf(subject.loadBalancerOf(listener)?.zones);
  const ofZone = regionOfZone(zone);
  const general = regionOf(subject, listener);
  return ofZone !== undefined && general !== undefined && ofZone !== general
    ? undefined
    : (ofZone ?? general);
}

/** Region of what a link leads to, by its ARN or else by its provider. */
export function regionOfLink(subject: Subject, link: Link): string | undefined {
  const applied = regionOfApplied(subject, link);
  return applied === undefined && "address" in link ? regionOf(subject, link) : applied;
}

/** The region in the ARN of what a link leads to, where it is known. */
function regionOfApplied(subject: Subject, link: Link): string | undefined {
  if ("external" in link) return regionInArn(link.external);
  const arn = "address" in link ? subject.resource(link.address)?.value("arn") : undefined;
  return typeof arn === "string" ? regionInArn(arn) : undefined;
}

/** Absent in ARNs of IAM, and in what is no ARN. */
function regionInArn(arn: string): string | undefined {
  return /^arn:aws(?:-[a-z]+)*:[a-z0-9-]+:([a-z0-9-]+):/.exec(arn)?.[1];
}
