import { DEFAULT_QUOTAS, Subject } from "../../lint";
import { isUnknown, listed } from "../../topology";
import type { Comparison } from "../comparison";
import { renderRegion } from "../listeners/region-words";
import { forcedBy, isSameLink } from "../listeners/standing-listeners";
import { operationsOn } from "../operations";
import type { Hazard, Risk } from "../risk";
import { type Region, routeDiff } from "../routes";

/** Until a rule is there again, another one or the default action answers its requests. */
export const ruleReplaced: Risk = {
  id: "rule-replaced",
  level: "drops-traffic",
  facts: ["R3", "R4", "G21"],
  rank: 10,
  *find(comparison) {
    const away = new Set(replacedRules(comparison));
    if (away.size === 0) return;
    const { topology } = comparison.before;
    const rules = topology.rules.filter(({ address }) => !away.has(address));
    const meanwhile = routeDiff(comparison.before, new Subject({ ...topology, rules }, DEFAULT_QUOTAS));
    for (const entrance of meanwhile.entrances)
      for (const address of away) {
        const regions = entrance.regions.filter((region) => region.rules.before === address);
        if (regions.length > 0) yield hazardOf(comparison, address, entrance.at, regions);
      }
  },
};

/** Rules that are destroyed first and stay with their listener, which stays too. */
function replacedRules(comparison: Comparison): readonly string[] {
  return comparison.pairs("rules").flatMap(({ before, after, kind }) => {
    if (kind !== "replace" || comparison.changeOf(before)?.first === "create") return [];
    const { listener } = before;
    if (isUnknown(listener) || !isSameLink(listener, after.listener)) return [];
    const stays = !("address" in listener) || !comparison.isReplaced(listener);
    return stays ? [before.address] : [];
  });
}

function hazardOf(
  comparison: Comparison,
  address: string,
  entrance: string,
  regions: readonly Region[],
): Hazard {
  const { path } = comparison.after.resource(address) ?? {};
  const change = comparison.changeOf({ address });
  const why = change === undefined ? "" : forcedBy(change);
  const others = [...new Set(regions.map(({ after }) => after.text))];
  const groups = comparison.after.topology.targetGroups.map((group) => group.address);
  const steps = operationsOn(comparison, [address, ...groups]);
  const gone = steps.findIndex((step) => step.address === address && step.verb === "destroy");
  const back = steps.findIndex((step) => step.address === address && step.verb === "create");
  const awaited = steps.slice(gone + 1, back).map((step) => `${step.verb} ${step.address}`);
  const until = awaited.length === 0 ? "" : `, after it has done with: ${listed(awaited)}`;
  return {
    at: { address, ...(path !== undefined && { path }) },
    message: `replaces a rule at ${entrance} that requests need${why}: meanwhile they get ${listed(others)}`,
    course: [
      "Terraform destroys the rule",
      `from then on requests get what is behind it: ${regions.map((region) => `${renderRegion(region)}: ${region.after.text}`).join("; ")}`,
      `it creates the rule again${until}: a second or more, and for good where the apply ends in between`,
    ],
    fix: "leave what forces it as it is, as conditions, actions and priority can be changed in place; or add a rule of the same conditions at another priority in a change before, and take it away in a change after",
  };
}
