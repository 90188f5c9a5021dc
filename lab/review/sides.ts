import { changesOf, priorTopology, type TopologyInput, topologyOfInput } from "../topology";
import type { Sides } from "./comparison";
import { withoutReadBackRules } from "./network/read-back-rules";
import { applyMoves } from "./synths/apply-moves";
import { changesBetween } from "./synths/changes-between";

/** What a plan starts from and what it leads to; undefined for an input that is no plan. */
export function sidesOfPlan(input: TopologyInput): Sides | undefined {
  const changes = changesOf(input);
  if (changes === undefined) return undefined;
  const before = priorTopology(input);
  return { before, after: withoutReadBackRules(before, topologyOfInput(input), changes), changes };
}

/**
 * Two synthesized stacks, without Terraform. What the base calls otherwise is compared at its new address where the head
 * records the move.
 */
export function sidesOfSynths(base: TopologyInput, head: TopologyInput): Sides {
  const moved = applyMoves(base.json, head.json);
  return {
    before: topologyOfInput({ kind: "synth", json: moved }),
    after: topologyOfInput(head),
    changes: changesBetween(moved, head.json),
  };
}
