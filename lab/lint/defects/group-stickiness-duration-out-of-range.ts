import type { Block } from "../../topology";
import { actionsOf, flagAt } from "../actions";
import type { Defect } from "../defect";
import type { Subject } from "../subject";
import { known } from "../values";
import { misfit } from "../whole-number";

/** A client stays with its group for a second to a week. */
export const groupStickinessDurationOutOfRange: Defect = {
  id: "group-stickiness-duration-out-of-range",
  severity: "error",
  facts: ["R48", "TF54"],
  *find(subject) {
    for (const { list, block } of actionsOf(subject, "forward"))
      for (const stickiness of known(block.blocks("forward", "stickiness")) ?? []) {
        const got = problemOf(subject, stickiness);
        if (got === undefined) continue;
        yield {
          at: list.owner,
          message: `${list.argument} forward stickiness duration must be a whole number from 1 to 604800, got ${got}`,
          fix: "set duration in seconds, or remove the stickiness block",
        };
      }
  },
};

function problemOf({ topology }: Subject, stickiness: Block): string | undefined {
  const value = stickiness.value("duration");
  const isUnset = value === undefined || value === null;
  // what AWS prints of stickiness that is off is no mistake; what is written has to please the provider
  if (flagAt(stickiness, "enabled") !== true && topology.source.kind !== "synth") return undefined;
  return isUnset ? "nothing" : misfit(stickiness, { path: ["duration"], least: 1, most: 604_800 });
}
