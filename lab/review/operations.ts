import type { Element, Topology } from "../topology";
import type { Comparison } from "./comparison";

/** One step of an apply. */
export interface Operation {
  readonly verb: "create" | "update" | "destroy";
  readonly address: string;
}

/**
 * What Terraform does to some resources, in its own order: what is depended on is created and updated first and
 * destroyed last. A replacement destroys first, after everything that depends on it is destroyed; with
 * `create_before_destroy` it creates first and destroys at the end, once what depends on it is updated. Steps that do
 * not wait for each other run at the same time; here they are in the order of addresses.
 */
export function operationsOn(comparison: Comparison, addresses: Iterable<string>): readonly Operation[] {
  const operations = [...new Set(addresses)].sort().flatMap((address) => stepsOf(comparison, address));
  const byAddress = new Map<string, Operation[]>();
  for (const operation of operations)
    byAddress.set(operation.address, [...(byAddress.get(operation.address) ?? []), operation]);
  const graph = new Map(operations.map((operation) => [operation, new Set<Operation>()]));
  const wait = (later: Operation, earlier: Operation) => graph.get(later)?.add(earlier);
  for (const [address, own] of byAddress) {
    if (own.length === 2) wait(own[1] as Operation, own[0] as Operation);
    for (const needed of dependenciesOf(comparison, address))
      for (const operation of byAddress.get(needed) ?? [])
        for (const one of own) order(one, operation, wait, comparison);
  }
  return sorted(graph);
}

function stepsOf(comparison: Comparison, address: string): readonly Operation[] {
  const change = comparison.changeOf({ address });
  switch (change?.kind) {
    case "create":
    case "update":
    case "destroy":
      return [{ verb: change.kind, address }];
    case "replace": {
      const steps: readonly Operation[] = [
        { verb: "create", address },
        { verb: "destroy", address },
      ];
      return change.first === "create" ? steps : [...steps].reverse();
    }
    default:
      return [];
  }
}

/** @param one a step of what depends on the resource of the other step */
function order(
  one: Operation,
  needed: Operation,
  wait: (later: Operation, earlier: Operation) => void,
  comparison: Comparison,
): void {
  if (needed.verb !== "destroy") {
    if (one.verb !== "destroy") wait(one, needed);
    return;
  }
  if (one.verb === "destroy") wait(needed, one);
  // a resource that is left behind is destroyed once nothing refers to it any more
  else if (comparison.changeOf(needed)?.first !== "destroy") wait(needed, one);
}

/** Addresses that a resource of the model refers to, before or after. */
function dependenciesOf(comparison: Comparison, address: string): readonly string[] {
  const found = [comparison.before, comparison.after].flatMap((side) => {
    const resource = side.resource(address);
    return resource === undefined ? [] : addressesIn(side, address);
  });
  return [...new Set(found)];
}

/** Follows every link of the model's element of that address. */
function addressesIn({ topology }: Comparison["before"], address: string): readonly string[] {
  const elements = known.get(topology) ?? elementsOf(topology);
  known.set(topology, elements);
  const element = elements.get(address);
  return element === undefined ? [] : linksIn(element, address);
}

const known = new WeakMap<Topology, ReadonlyMap<string, Element>>();

function elementsOf(topology: Topology): ReadonlyMap<string, Element> {
  const { loadBalancers, listeners, rules, targetGroups, registrations, instances } = topology;
  const all: readonly Element[] = [
    loadBalancers,
    listeners,
    rules,
    targetGroups,
    registrations,
    instances,
  ].flat();
  return new Map(all.map((element) => [element.address, element]));
}

function linksIn(value: unknown, own: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    if (key === "userData") return [];
    if (key !== "address" || typeof part !== "string") return linksIn(part, own);
    return part === own ? [] : [part];
  });
}

/** Steps in an order in which none comes before one that it waits for. */
function sorted(graph: ReadonlyMap<Operation, ReadonlySet<Operation>>): readonly Operation[] {
  const done: Operation[] = [];
  const open = new Set(graph.keys());
  const isReady = (operation: Operation) => [...(graph.get(operation) ?? [])].every((one) => !open.has(one));
  while (open.size > 0) {
    let next = open.values().next().value as Operation;
    for (const operation of open)
      if (isReady(operation)) {
        next = operation;
        break;
      }
    open.delete(next);
    done.push(next);
  }
  return done;
}
