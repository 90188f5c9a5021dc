import type { Topology } from "../../topology";
import type { End } from "../ends/ends";
import { NameError, nameOfEnd, partyOf } from "../ends/parties";
import type { Ground } from "../ground";
import { groundOf } from "../ground-of";
import type { Direction } from "../rules/grants";
import type { Verdict } from "../verdict";
import { type Answer, ask, type Question } from "../ways/ask";
import { allowanceOf } from "./allowance";
import { beyond, type Extra } from "./beyond";
import { effectOf } from "./effect";

/** Traffic that is wanted: `family` is left to the places. */
export type Wanted = Omit<Question, "family">;

/** A rule that opens more than is wanted, in words and as data. */
export interface Surplus {
  /** Address of the rule that opens it; of the security group or the end where it is one that nobody knows of. */
  readonly rule: string;
  readonly direction: Direction;
  /** The end whose rule it is. */
  readonly at: End;
  readonly extra: Extra;
  /** Whether any of it gets through as things are, and what is in the way. */
  readonly effect: { readonly verdict: Verdict; readonly why?: string };
}

/** What is open beyond what is wanted, and what is wanted and shut. */
export interface OnlyAnswer {
  readonly surplus: readonly Surplus[];
  readonly shut: readonly { readonly wanted: Wanted; readonly answer: Answer }[];
}

/** Which way of an end is judged: what it lets in, what it lets out. */
export interface Side {
  readonly end: End;
  readonly direction: Direction;
}

/**
 * Whether the rules of these ends open what is wanted, and nothing else. Each end is judged by its own security groups
 * and network ACLs: a rule counts also while its other end is shut or no route serves it. @throws NameError
 */
export function judgeOnly(topology: Topology, sides: readonly Side[], wanted: readonly Wanted[]): OnlyAnswer {
  const ground = groundOf(topology);
  const surplus = sides.flatMap((side) => surplusOf(ground, side, wanted));
  const shut = wanted
    .map((each) => ({ wanted: each, answer: ask(topology, each) }))
    .filter(({ answer }) => answer.verdict === "no" || answer.verdict === "some");
  return { surplus, shut };
}

/** Both sides of everything in the topology. */
export function allSides(topology: Topology): readonly Side[] {
  return groundOf(topology).ends.flatMap((end) => [
    { end, direction: "ingress" as const },
    { end, direction: "egress" as const },
  ]);
}

/** One side of whatever a name means. @throws NameError where that is nothing with a network interface */
export function sidesOf(topology: Topology, name: string, direction: Direction): readonly Side[] {
  const party = partyOf(groundOf(topology), name);
  if (party.kind !== "ends")
    throw new NameError(`"${name}" must be something in the topology, not addresses`);
  return party.ends.map((end) => ({ end, direction }));
}

function surplusOf(ground: Ground, { end, direction }: Side, wanted: readonly Wanted[]): readonly Surplus[] {
  const allowances = wanted
    .filter(({ from, to }) => isNamed(ground, direction === "ingress" ? to : from, end))
    .map((each) => allowanceOf(ground, direction === "ingress" ? each.from : each.to, each));
  return beyond(ground, end, direction, allowances).map((extra) => ({
    rule: extra.rule,
    direction,
    at: end,
    extra,
    effect: effectOf(ground, extra),
  }));
}

function isNamed(ground: Ground, name: string, end: End): boolean {
  const party = partyOf(ground, name);
  return party.kind === "ends" && party.ends.includes(end);
}

/** The name of an end as messages show it. */
export function nameIn(topology: Topology, end: End): string {
  return nameOfEnd(groundOf(topology), end);
}
