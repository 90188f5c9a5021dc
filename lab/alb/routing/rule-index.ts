import type { CompiledCondition, Part } from "./compile-condition";
import type { Subject } from "./subject";
import { literalStart, literalText, type TextPattern } from "./text-pattern";

/** Positions of rules, ascending, and `end`. */
type Positions = readonly number[];

/**
 * Which rules are worth trying for a request. A rule that only certain hosts, or only paths below certain first
 * segments, can fulfil is found by those; all others are always tried.
 */
export interface RuleIndex {
  readonly byHost: ReadonlyMap<string, Positions>;
  readonly bySegment: ReadonlyMap<string, Positions>;
  readonly always: Positions;
}

export function buildIndex(
  rules: readonly { readonly conditions: readonly CompiledCondition[] }[],
): RuleIndex {
  const byHost = new Map<string, number[]>();
  const bySegment = new Map<string, number[]>();
  const always: number[] = [];
  for (const [position, { conditions }] of rules.entries()) {
    const hosts = keysOf(conditions, "host", literalText);
    const segments = hosts ? undefined : keysOf(conditions, "path", certainSegment);
    if (hosts) for (const host of hosts) add(byHost, host, position);
    else if (segments) for (const segment of segments) add(bySegment, segment, position);
    else always.push(position);
  }
  for (const positions of [...byHost.values(), ...bySegment.values(), always]) positions.push(end);
  return { byHost, bySegment, always };
}

/** Walks the positions of the rules worth trying, in order. */
export class Candidates {
  readonly #ofHost: Positions;
  readonly #ofSegment: Positions;
  readonly #always: Positions;
  #nextOfHost = 0;
  #nextOfSegment = 0;
  #nextAlways = 0;

  constructor({ byHost, bySegment, always }: RuleIndex, { host, path }: Subject) {
    this.#ofHost = byHost.get(host) ?? none;
    this.#ofSegment = bySegment.get(firstSegment(path)) ?? none;
    this.#always = always;
  }

  /** The next position; `end` when there is none. */
  next(): number {
    const ofHost = this.#ofHost[this.#nextOfHost] as number;
    const ofSegment = this.#ofSegment[this.#nextOfSegment] as number;
    const always = this.#always[this.#nextAlways] as number;
    if (always <= ofHost && always <= ofSegment) {
      if (always !== end) this.#nextAlways++;
      return always;
    }
    if (ofHost < ofSegment) this.#nextOfHost++;
    else this.#nextOfSegment++;
    return Math.min(ofHost, ofSegment);
  }
}

/** Ends every list of positions, so that walking them needs no look at their lengths. */
const end = 2 ** 30;
const none: Positions = [end];

/** The keys of which a request needs one to fulfil some condition on a part; undefined when no such keys exist. */
function keysOf(
  conditions: readonly CompiledCondition[],
  part: Part,
  keyOf: (pattern: TextPattern) => string | undefined,
): ReadonlySet<string> | undefined {
  for (const condition of conditions) {
    if (condition.part !== part || condition.doubts.length > 0) continue;
    const keys = condition.values.map(({ pattern }) => pattern && keyOf(pattern));
    if (keys.every((key) => key !== undefined)) return new Set(keys);
  }
  return undefined;
}

/** The first segment of every path that the pattern matches, where that is one and the same. */
function certainSegment(pattern: TextPattern): string | undefined {
  const literal = literalText(pattern);
  if (literal !== undefined) return firstSegment(literal);
  const start = literalStart(pattern);
  return start.indexOf("/", 1) === -1 ? undefined : firstSegment(start);
}

/** `/api` of `/api/users`; the whole of `/api`. */
function firstSegment(path: string): string {
  const end = path.indexOf("/", 1);
  return end === -1 ? path : path.slice(0, end);
}

function add(map: Map<string, number[]>, key: string, position: number): void {
  const positions = map.get(key);
  if (positions === undefined) map.set(key, [position]);
  else positions.push(position);
}
