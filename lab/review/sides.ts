import { changesOf, priorTopology, sensitiveTexts, type TopologyInput, topologyOfInput } from "../topology";
import type { Sides } from "./comparison";
import { withoutReadBackRules } from "./network/read-back-rules";
import { applyMoves } from "./synths/apply-moves";
import { carryForgotten } from "./synths/carry-forgotten";
import { changesBetween } from "./synths/changes-between";
import { keepUnsaid } from "./synths/keep-unsaid";

/** What a plan starts from and what it leads to; undefined for an input that is no plan. */
export function sidesOfPlan(input: TopologyInput): Sides | undefined {
  const changes = changesOf(input);
  if (changes === undefined) return undefined;
  const before = priorTopology(input);
  return {
    before,
    after: withoutReadBackRules(before, topologyOfInput(input), changes),
    changes,
    sensitive: sensitiveTexts(input),
  };
}

/**
 * Two synthesized stacks, without Terraform. What the base calls otherwise is compared at its new address where the head
 * records the move; what the head does not say any more, and lets go of, stays as AWS has it.
 */
export function sidesOfSynths(base: TopologyInput, head: TopologyInput): Sides {
  const moved = applyMoves(base.json, head.json);
  const kept = keepUnsaid(moved, head.json);
  return {
    before: topologyOfInput({ kind: "synth", json: moved }),
    after: topologyOfInput({ kind: "synth", json: carryForgotten(moved, kept) }),
    changes: changesBetween(moved, kept),
  };
}
