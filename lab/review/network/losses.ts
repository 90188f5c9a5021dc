import type { Step, Verdict } from "../../reach";
import { type AlikeWays, alikeWays } from "./alike-ways";
import type { WayPair } from "./ways";

/** Ways that something is in now which was not: `no` shuts them, `some` shuts a part, `unknown` may shut them. */
export interface Loss {
  readonly ways: AlikeWays;
  readonly step: Step;
}

const WORSE: readonly Verdict[] = ["no", "unknown", "some"];

/**
 * Ways of which a step is worse than it was, alike ones together. Steps are compared one by one: one that nobody knew
 * before and nobody knows after hides no other.
 */
export function lossesIn(ways: readonly WayPair[]): readonly Loss[] {
  const steps = new Map(ways.map((way) => [way, lossOf(way)]));
  const lost = ways.filter((way) => steps.get(way) !== undefined);
  return alikeWays(lost, (way) => reasonOf(steps.get(way) as Step)).map((alike) => ({
    ways: alike,
    step: steps.get(alike[0]) as Step,
  }));
}

/** Ways that were shut lose nothing. */
function lossOf({ before, after }: WayPair): Step | undefined {
  if (before.verdict === "no") return undefined;
  const was = new Map(before.steps.map((step) => [placeOf(step), step.verdict]));
  const rest: Verdict = before.verdict === "unknown" ? "unknown" : "yes";
  const worse = after.steps.filter((step) => {
    const verdict = was.get(placeOf(step)) ?? rest;
    return verdict !== "unknown" && orderOf(step.verdict) < orderOf(verdict);
  });
  return worse.sort((one, other) => WORSE.indexOf(one.verdict) - WORSE.indexOf(other.verdict))[0];
}

function orderOf(verdict: Verdict): number {
  return ["no", "unknown", "some", "yes"].indexOf(verdict);
}

/** Routes are told of one subnet, which need not be the same on both sides. */
function placeOf({ at }: Step): string {
  return at.startsWith("routes of ") ? "routes" : at;
}

/** Which end of a way is worse: `egress` or `ingress`, or what else is in the way. */
function reasonOf({ at, verdict, why = "" }: Step): string {
  return `${verdict} ${at.split(" ")[0]} ${verdict === "no" ? "" : why}`;
}
