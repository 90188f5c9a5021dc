import type { Defect } from "../defect";
import { weightedForwards } from "../forwards";

/** Some target group of an action has a weight above 0. */
export const weightsAllZero: Defect = {
  id: "weights-all-zero",
  severity: "warning",
  facts: ["R46"],
  *find(subject) {
    // AWS need not give the weight of a group that is alone; a state then says 0
    const least = subject.topology.source.kind === "synth" ? 1 : 2;
    for (const { list, entries } of weightedForwards(subject)) {
      if (entries.length < least || entries.some(({ weight }) => weight !== 0)) continue;
      yield {
        at: list.owner,
        message: `${list.argument} forward must give a weight above 0, got 0 for ${entries.length === 1 ? "its only group" : "every group"}`,
        fix: "raise the weight of the group that takes the requests, or answer with a fixed-response",
      };
    }
  },
};
