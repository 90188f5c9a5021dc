import { isUnknown, type Resource } from "../topology";
import type { Subject } from "./subject";

const ROUTING = ["", "_listener", "_listener_rule", "_target_group"].flatMap((ending) => [
  `aws_lb${ending}`,
  `aws_alb${ending}`,
]);
const NETWORK = ["aws_instance", "aws_vpc", "aws_subnet", "aws_security_group", "aws_internet_gateway"];

/** A resource with tags, each with its value where that is a text that is known. */
export interface Tagged {
  readonly resource: Resource;
  readonly tags: readonly (readonly [key: string, value: string | undefined])[];
  /** Load balancing takes fewer characters in tags than EC2 does. */
  readonly isRouting: boolean;
}

/** Everything around load balancers whose tags are known. */
export function taggedResources(subject: Subject): readonly Tagged[] {
  return subject.resources(...ROUTING, ...NETWORK).flatMap((resource) => {
    const tags = resource.value("tags");
    if (typeof tags !== "object" || tags === null || isUnknown(tags) || Array.isArray(tags)) return [];
    const entries = Object.entries(tags).filter(([key, value]) => value !== null && !/[$%]\{/.test(key));
    const texts = entries.map(([key, value]) => [key, isUnknown(value) ? undefined : String(value)] as const);
    return [{ resource, tags: texts, isRouting: ROUTING.includes(resource.type) }];
  });
}
