import type { Resource, Topology } from "../../topology";
import type { StateResource } from "../state/state-resource";
import { type Identity, identities, kinOf, prefixed } from "./identities";
import { blockSide, type Side, valuesSide } from "./side";

/** What AWS has, each with the declared resource that it is, where there is one. */
export type Matches = ReadonlyMap<StateResource, Resource>;

interface Candidate<Of> {
  readonly of: Of;
  readonly side: Side;
}

/**
 * Finds for everything that AWS has what declares it: by id or ARN where a state says them, by name, by tag,
 * by what it belongs to. What could be either of two is neither.
 *
 * @param states what others point at before what points
 */
export function matchDeclared(states: readonly StateResource[], declared: Topology | undefined): Matches {
  const matches = new Map<StateResource, Resource>();
  if (declared === undefined) return matches;
  const addresses = new Map<string, string>();
  for (const [kind, seen] of byKind(states)) {
    const own = declared.resources.filter(({ type, instances }) => kinOf(type) === kind && !instances);
    const sides = {
      seen: seen.map((of) => ({ of, side: valuesSide(of.values, (id) => addresses.get(id)) })),
      own: own.map((of) => ({ of, side: blockSide(of) })),
    };
    for (const [state, resource] of pairs(kind, sides.seen, sides.own)) {
      matches.set(state, resource);
      for (const id of [state.values.id, state.values.arn])
        if (typeof id === "string") addresses.set(id, resource.address);
    }
  }
  return matches;
}

function byKind(states: readonly StateResource[]): ReadonlyMap<string, readonly StateResource[]> {
  const kinds = new Map<string, StateResource[]>();
  for (const state of states) {
    const kind = kinOf(state.type);
    kinds.set(kind, [...(kinds.get(kind) ?? []), state]);
  }
  return kinds;
}

function pairs(
  kind: string,
  seen: readonly Candidate<StateResource>[],
  own: readonly Candidate<Resource>[],
): readonly (readonly [StateResource, Resource])[] {
  const found: (readonly [StateResource, Resource])[] = [];
  let [left, free] = [seen, own];
  const ways: Identity[] = [(side) => side.text("arn") ?? side.text("id"), (side) => side.text("id")];
  for (const way of [...ways, ...(identities[kind] ?? [])]) {
    for (const [one, other] of sameBy(way, left, free)) {
      found.push([one.of, other.of]);
      [left, free] = [left.filter((it) => it !== one), free.filter((it) => it !== other)];
    }
  }
  if (!prefixed.has(kind)) return found;
  for (const other of free) {
    const [only, ...others] = left.filter(({ side }) => beginsAs(side, other.side));
    if (only === undefined || others.length > 0) continue;
    found.push([only.of, other.of]);
    left = left.filter((it) => it !== only);
  }
  return found;
}

/** Pairs of which nothing else has the same text. */
function sameBy(
  way: Identity,
  seen: readonly Candidate<StateResource>[],
  own: readonly Candidate<Resource>[],
): readonly (readonly [Candidate<StateResource>, Candidate<Resource>])[] {
  const [mine, others] = [grouped(own, way), grouped(seen, way)];
  return [...others].flatMap(([text, [one, ...more]]) => {
    const [other, ...rest] = mine.get(text) ?? [];
    const isOnly = one !== undefined && other !== undefined && more.length + rest.length === 0;
    return isOnly ? [[one, other] as const] : [];
  });
}

function grouped<Of>(candidates: readonly Candidate<Of>[], way: Identity): Map<string, Candidate<Of>[]> {
  const groups = new Map<string, Candidate<Of>[]>();
  for (const candidate of candidates) {
    const text = way(candidate.side);
    if (text !== undefined) groups.set(text, [...(groups.get(text) ?? []), candidate]);
  }
  return groups;
}

function beginsAs(seen: Side, own: Side): boolean {
  const prefix = own.text("name_prefix");
  return prefix !== undefined && seen.text("name")?.startsWith(prefix) === true;
}
