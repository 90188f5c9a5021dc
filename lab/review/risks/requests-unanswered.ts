import type { Comparison } from "../comparison";
import { deadRedirects } from "../listeners/dead-redirects";
import { renderRegion } from "../listeners/region-words";
import type { Hazard, Risk } from "../risk";
import { type EntranceDiff, type Region, renderExample } from "../routes";

/** Requests that a server answered get a refusal from the load balancer. */
export const requestsUnanswered: Risk = {
  id: "requests-unanswered",
  level: "drops-traffic",
  facts: ["R3", "R4"],
  rank: 10,
  *find(comparison) {
    // where nothing listens any more, what took the listener away says so
    for (const entrance of comparison.routes().entrances)
      for (const region of entrance.regions)
        if (region.kind === "no-longer-answered" && region.after.kind !== "nothing")
          yield hazardOf(comparison, entrance, region);
    yield* deadRedirects(comparison);
  },
};

function hazardOf(comparison: Comparison, entrance: EntranceDiff, region: Region): Hazard {
  const { rules, before, after, example } = region;
  const address = rules.after ?? rules.before ?? addressOf(entrance);
  const { path } = comparison.after.resource(address) ?? comparison.before.resource(address) ?? {};
  const decides = rules.after ?? `the default action of ${addressOf(entrance)}`;
  const shown = example === undefined ? [] : [`${renderExample(example)} then gets: ${after.text}`];
  return {
    at: { address, ...(path !== undefined && { path }) },
    message: `no longer answers requests at ${entrance.at} (${before.text} before, ${after.text} after): ${renderRegion(region)}`,
    course: [`once the change is made, ${decides} decides over them`, ...shown],
    fix: `keep a rule for them that forwards${rules.before === undefined ? "" : `, as ${rules.before} did`}; or redirect them to what answers instead`,
  };
}

function addressOf({ listener: { before, after }, loadBalancer }: EntranceDiff): string {
  return after ?? before ?? loadBalancer;
}
