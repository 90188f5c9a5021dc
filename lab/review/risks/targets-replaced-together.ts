import { leastHealthy, startsRefresh } from "../instance-refresh";
import type { Comparison } from "../comparison";
import { whenFirstHealthy } from "../health-times";
import type { Hazard, Risk } from "../risk";
import { few, nameOf, stepsWith } from "../target-course";
import { type GroupFates, groupFates, isKilled, lostOf, type TargetFate } from "../target-fates";

/** No old target is left to answer when the new ones begin to start. */
export const targetsReplacedTogether: Risk = {
  id: "targets-replaced-together",
  level: "drops-traffic",
  facts: ["G4", "E502", "E503", "H70", "H71"],
  rank: 20,
  *find(comparison) {
    for (const fates of groupFates(comparison)) {
      const lost = lostOf(fates);
      const isAll = lost.length > 0 && lost.length === fates.fates.length;
      if (isAll && fates.later.length > 0 && !isEmptied(lost)) yield replaced(comparison, fates, lost);
      else yield* refreshed(comparison, fates);
    }
  },
};

function isEmptied(lost: readonly TargetFate[]): boolean {
  return lost.every(({ server, fate }) => fate === "gone" && server !== undefined && "minSize" in server);
}
