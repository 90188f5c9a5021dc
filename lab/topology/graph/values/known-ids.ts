import { type Link, unknown } from "../../known";
import { member, textOf } from "../json";
import type { RecordedResource } from "./recorded-resource";

/** Finds the resource that an id or ARN belongs to; undefined when there is none in this input. */
export type FindById = (text: string) => Link | undefined;

/** Looks at `id` and `arn` of every resource. */
export function knownIds(resources: readonly RecordedResource[]): FindById {
  const owners = new Map<string, RecordedResource[]>();
  for (const resource of resources)
    for (const text of new Set([textAt(resource, "id"), textAt(resource, "arn")])) {
      if (text === undefined || text === "") continue;
      const others = owners.get(text);
      if (others) others.push(resource);
      else owners.set(text, [resource]);
    }
  const links = new Map<string, Link>();
  return (text) => {
    const found = owners.get(text);
    if (found === undefined) return undefined;
    const link = links.get(text) ?? linkTo(found);
    links.set(text, link);
    return link;
  };
}

function linkTo(found: readonly RecordedResource[]): Link {
  const [only, ...others] = narrowed(found);
  if (only === undefined || others.length > 0)
    return unknown(`the id of ${found.map(({ address }) => address).join(" and ")}`);
  return { address: only.address };
}

/**
 * One that is managed here and one that only looks it up are the same thing, and what has no ARN of its own, such as a
 * bucket's policy, often carries the id of what it belongs to.
 */
function narrowed(found: readonly RecordedResource[]): readonly RecordedResource[] {
  const preferences: ((resource: RecordedResource) => boolean)[] = [
    ({ mode }) => mode === "managed",
    (resource) => textAt(resource, "arn") !== undefined,
  ];
  return preferences.reduce<readonly RecordedResource[]>((left, isPreferred) => {
    const preferred = left.filter(isPreferred);
    return preferred.length > 0 ? preferred : left;
  }, found);
}

function textAt({ values }: RecordedResource, key: string): string | undefined {
  return textOf(member(values, key));
}
