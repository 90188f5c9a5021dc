import type { ResourceChange } from "../../topology";
import type { Comparison } from "../comparison";
import { argumentsOf, compareArguments } from "./alike";

/** Something that is destroyed, and created again at another address: most likely it was only renamed. */
export interface Rename {
  readonly from: ResourceChange;
  readonly to: ResourceChange;
}

interface Candidate extends Rename {
  readonly score: number;
  /** Addresses before and after of what it refers to, which must be renamed too. */
  readonly needs: readonly (readonly [string, string])[];
}

const known = new WeakMap<Comparison, readonly Rename[]>();

/** Likely renames that no moved block records: of the same type, with nearly the same arguments; each matched once. */
export function renamesIn(comparison: Comparison): readonly Rename[] {
  const found = known.get(comparison) ?? search(comparison);
  known.set(comparison, found);
  return found;
}

function search(comparison: Comparison): readonly Rename[] {
  const gone = byType(comparison.changesTo(["destroy"]));
  const made = byType(comparison.changesTo(["create"]));
  const all = [...gone].flatMap(([type, some]) => candidates(comparison, some, made.get(type) ?? []));
  return settled(all);
}

function byType(changes: readonly ResourceChange[]): ReadonlyMap<string, readonly ResourceChange[]> {
  const found = new Map<string, ResourceChange[]>();
  for (const change of changes) {
    const type = change.type.replace(/^aws_alb(?=_|$)/, "aws_lb");
    if (/^(null_resource|terraform_data|time_)/.test(type)) continue;
    found.set(type, [...(found.get(type) ?? []), change]);
  }
  return found;
}

/** So many comparisons are affordable; beyond, only those that are called the same in another module. */
const MOST = 40_000;

function candidates(
  comparison: Comparison,
  gone: readonly ResourceChange[],
  made: readonly ResourceChange[],
): readonly Candidate[] {
  const arrivals = made.map((to) => ({ to, is: argumentsOf(comparison, to, "after") }));
  const isMany = gone.length * made.length > MOST;
  return gone.flatMap((from) => {
    const was = argumentsOf(comparison, from, "before");
    return arrivals.flatMap(({ to, is }) => {
      if (isMany && tailOf(from.address) !== tailOf(to.address)) return [];
      const alike = compareArguments(was, is);
      if (alike === undefined) return [];
      return [{ from, to, needs: alike.needs, score: alike.score + likeness(from.address, to.address) }];
    });
  });
}

function tailOf(address: string): string {
  return address.split(".").slice(-1).join();
}

/** Among equals those belong together that are called alike. */
function likeness(one: string, other: string): number {
  const steps = new Set(other.split(/[.[\]"]+/));
  return one.split(/[.[\]"]+/).filter((step) => steps.has(step)).length / 100;
}

/** The best first, each once; none whose references lead to something that is not renamed likewise. */
function settled(all: readonly Candidate[]): readonly Rename[] {
  for (let left = all; ; ) {
    const chosen = best(left);
    const pairs = new Set(chosen.map(({ from, to }) => `${from.address} ${to.address}`));
    const wrong = new Set(
      chosen.filter(({ needs }) => !needs.every(([was, is]) => pairs.has(`${was} ${is}`))),
    );
    if (wrong.size === 0) return chosen.map(({ from, to }) => ({ from, to }));
    left = left.filter((one) => !wrong.has(one));
  }
}

function best(all: readonly Candidate[]): readonly Candidate[] {
  const [from, to] = [new Set<string>(), new Set<string>()];
  return [...all]
    .sort((one, other) => other.score - one.score)
    .filter((one) => {
      if (from.has(one.from.address) || to.has(one.to.address)) return false;
      from.add(one.from.address);
      to.add(one.to.address);
      return true;
    });
}
