import { inOrder } from "./address";
import type { Term } from "./term";
import { TermBlock } from "./term-block";
import type { Block, Resource, ResourceGraph } from "./types";

/** A resource before it can be asked: who it is and what is in it. */
export interface ResourceParts {
  readonly identity: Omit<Resource, keyof Block>;
  readonly term: Term;
}

/** Puts resources into their order and makes them answer. */
export function graphOf({
  source,
  resources,
  unread,
}: Pick<ResourceGraph, "source" | "unread"> & {
  readonly resources: readonly ResourceParts[];
}): ResourceGraph {
  const byAddress = new Map(
    resources.map(({ identity, term }) => [identity.address, resourceOf(identity, term)]),
  );
  return {
    source,
    resources: inOrder([...byAddress.values()]),
    unread,
    resource: (address) => byAddress.get(address),
  };
}

function resourceOf(identity: ResourceParts["identity"], term: Term): Resource {
  return Object.assign(new TermBlock(term), identity);
}
