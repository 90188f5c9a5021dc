import { isUnknown } from "../../topology";
import type { Comparison } from "../comparison";
import { renderRegion } from "../listeners/region-words";
import type { Hazard, Risk } from "../risk";
import { type EntranceDiff, type Region, renderExample } from "../routes";

/** Requests get to a service that has answered others so far. */
export const requestsMoved: Risk = {
  id: "requests-moved",
  level: "needs-care",
  facts: ["R3", "R4"],
  rank: 20,
  *find(comparison) {
    for (const entrance of comparison.routes().entrances)
      for (const region of entrance.regions)
        if (region.kind === "moved" && strangersIn(comparison, entrance, region).length > 0)
          yield hazardOf(comparison, entrance, region);
  },
};

/** Groups that get the requests now, and had others before: a new one, or one on trial, is meant to get them. */
function strangersIn(comparison: Comparison, { listener }: EntranceDiff, { before, after }: Region) {
  const had = new Set(before.groups?.map(({ group }) => group));
  const groups = new Map(comparison.before.topology.targetGroups.map((group) => [group.address, group]));
  return (after.groups ?? []).filter(({ group: address }) => {
    const group = groups.get(address);
    if (group === undefined || had.has(address)) return false;
    const uses = comparison.before.usesOf(group).filter((use) => use.listener?.address === listener.before);
    return uses.some(({ rule }) => {
      const { actions, conditions } = rule ?? { actions: [], conditions: [] };
      return !isOnTrial(conditions) && !sharesWith(actions, had);
    });
  });
}

/** Whether only some clients get there, who say so in a header or a parameter, or come from somewhere. */
function isOnTrial(conditions: unknown): boolean {
  if (!Array.isArray(conditions)) return true;
  return conditions.some(
    (one) => isUnknown(one) || ["http-header", "query-string", "source-ip"].includes(one.kind),
  );
}

/** Whether an action sends requests to one of some groups as well, as weights of a release do. */
function sharesWith(actions: unknown, groups: ReadonlySet<string>): boolean {
  const texts = JSON.stringify(actions);
  return [...groups].some((group) => texts.includes(JSON.stringify(group)));
}

function hazardOf(comparison: Comparison, entrance: EntranceDiff, region: Region): Hazard {
  const { rules, before, after, example } = region;
  const own = [rules.after, rules.before].filter((rule) => rule !== undefined);
  const changed = own.find((rule) => comparison.kindOf({ address: rule }) !== "nothing");
  const address = changed ?? own[0] ?? entrance.listener.after ?? entrance.loadBalancer;
  const { path } = comparison.after.resource(address) ?? comparison.before.resource(address) ?? {};
  const decides = rules.after ?? `the default action of ${entrance.listener.after ?? entrance.loadBalancer}`;
  const shown = example === undefined ? [] : [`${renderExample(example)} then gets: ${after.text}`];
  return {
    at: { address, ...(path !== undefined && { path }) },
    message: `gives requests at ${entrance.at} to a service that answers others (${before.text} before, ${after.text} after): ${renderRegion(region)}`,
    course: [
      `once the change is made, ${decides} decides over them`,
      ...shown,
      "a service that does not know them answers 404, or something else that is not meant",
    ],
    fix: "make sure that the service answers them; else keep the rule that decided before, with a priority before all that match as well",
  };
}
