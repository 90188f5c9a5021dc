import type { Comparison } from "../comparison";
import { reasonFor } from "../consequence";
import { type AlikeWays, alikeWays } from "./alike-ways";
import type { WayPair } from "./ways";

/** Ways that are shut for a moment: the rules that open them are destroyed before they are made again. */
export interface Gap {
  readonly ways: AlikeWays;
  readonly rules: readonly string[];
}

/** Where no other rule lets the same through meanwhile. @param ways that are open on both sides */
export function gapsIn(comparison: Comparison, ways: readonly WayPair[]): readonly Gap[] {
  const rulesOf = ({ before }: WayPair) => [
    ...new Set(
      before.steps
        .filter(({ by }) => by.length > 0 && by.every((address) => isDestroyedFirst(comparison, address)))
        .flatMap(({ by }) => by),
    ),
  ];
  return alikeWays(ways, (way) => rulesOf(way).join())
    .map((alike) => ({ ways: alike, rules: rulesOf(alike[0]) }))
    .filter(({ rules }) => rules.length > 0);
}

/** Where a whole network is made anew, its rules are the least of it. */
function isDestroyedFirst(comparison: Comparison, address: string): boolean {
  const change = comparison.changeOf({ address });
  if (change?.kind !== "replace" || change.first !== "destroy") return false;
  return reasonFor(comparison, change).type.includes("security_group");
}
