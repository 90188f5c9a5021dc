import type { Listener, Resource } from "../topology";
import type { Subject } from "./subject";
import { knownOf } from "./values";

/** Region of a listener and its load balancer, where something says it for sure. */
export function regionOfListener(subject: Subject, listener: Listener): string | undefined {
  const { loadBalancer } = listener;
  const resources = [listener.address, "address" in loadBalancer ? loadBalancer.address : ""]
    .map((address) => subject.resource(address))
    .filter((resource) => resource !== undefined);
  const arn = "external" in loadBalancer ? loadBalancer.external : "";
  const said = resources.map(regionOfResource).find((region) => region !== undefined) ?? regionInArn(arn);
  if (said !== undefined) return said;
  const zone = zoneRegion(subject, listener);
  const general = generalRegion(subject, resources);
  return zone !== undefined && general !== undefined && zone !== general ? undefined : (zone ?? general);
}

/** The region that an ARN names; absent in those of IAM, and in what is no ARN. */
export function regionInArn(arn: string): string | undefined {
  return /^arn:aws(?:-[a-z]+)*:[a-z0-9-]+:([a-z0-9-]+):/.exec(arn)?.[1];
}

/** By its ARN, where it was applied, or by the argument that overrules the provider. */
export function regionOfResource(resource: Resource): string | undefined {
  const arn = resource.value("arn");
  const region = resource.value("region");
  if (typeof arn === "string" && resource.mode === "managed") return regionInArn(arn);
  return typeof region === "string" && region !== "" ? region : undefined;
}

function zoneRegion(subject: Subject, listener: Listener): string | undefined {
  const [zone = ""] = knownOf(subject.loadBalancerOf(listener)?.zones);
  return /^([a-z]{2}(?:-[a-z]+)+-\d)(?:[a-z]|-[a-z]{3}-\d[a-z])$/.exec(zone)?.[1];
}

/** The provider's; modules and `provider` may choose another one, and a plan does not say so. */
function generalRegion({ topology }: Subject, resources: readonly Resource[]): string | undefined {
  const { kind, region } = topology.source;
  const isPlain = resources.every(
    (resource) => resource.module === undefined && resource.value("provider") === undefined,
  );
  return kind === "synth" && isPlain ? region : undefined;
}
