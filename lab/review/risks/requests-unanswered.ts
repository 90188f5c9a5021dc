import { listed } from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import type { EntranceDiff, ExampleRequest, Region } from "../routes";

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

const MOST_NAMED = 4;

function renderRegion({ conditions, except }: Region): string {
  const left = except.length === 0 ? "" : short(except, "; ");
  if (conditions.length === 0) return left === "" ? "all of them" : `all but those with ${left}`;
  return `those with ${short(conditions, " and ")}${left === "" ? "" : `, but not with ${left}`}`;
}

function short(texts: readonly string[], between: string): string {
  const rest = texts.length - MOST_NAMED;
  const shown = rest > 0 ? [...texts.slice(0, MOST_NAMED), `${rest} more`] : texts;
  return shown.join(between);
}

function renderExample({ method, url, headers, sourceIp }: ExampleRequest): string {
  const sent = headers.map(({ name, value }) => `${name}: ${value}`);
  const extras = [
    ...(sent.length === 0 ? [] : [`with ${listed(sent)}`]),
    ...(sourceIp ? [`from ${sourceIp}`] : []),
  ];
  return [`${method} ${url}`, ...extras].join(" ");
}
