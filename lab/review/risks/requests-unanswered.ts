import { listed } from "../../topology";
import type { Risk } from "../risk";
import type { EntranceDiff, ExampleRequest, Region } from "../routes";

/** Requests that a server answered get a refusal from the load balancer. */
export const requestsUnanswered: Risk = {
  id: "requests-unanswered",
  level: "drops-traffic",
  facts: ["R3", "R4"],
  rank: 10,
  *find(comparison) {
    for (const entrance of comparison.routes().entrances)
      for (const region of entrance.regions) {
        if (region.kind !== "no-longer-answered" || region.after.kind === "nothing") continue;
        const address = region.rules.after ?? region.rules.before ?? addressOf(entrance);
        const { path } = comparison.after.resource(address) ?? comparison.before.resource(address) ?? {};
        const decides = region.rules.after ?? `the default action of ${addressOf(entrance)}`;
        yield {
          at: { address, ...(path !== undefined && { path }) },
          message: `no longer answers ${renderRegion(region)} at ${entrance.at}: ${region.before.text} before, ${region.after.text} after`,
          course: [
            `once the change is made, ${decides} decides over them`,
            ...(region.example === undefined
              ? []
              : [`${renderExample(region.example)} then gets: ${region.after.text}`]),
          ],
          fix: `keep a rule for them that forwards${region.rules.before === undefined ? "" : `, as ${region.rules.before} does`}; or redirect them to what answers instead`,
        };
      }
  },
};

function addressOf({ listener: { before, after }, loadBalancer }: EntranceDiff): string {
  return after ?? before ?? loadBalancer;
}

const MOST_NAMED = 4;

function renderRegion({ conditions, except }: Region): string {
  const without = except.length === 0 ? "" : `, except ${short(except, "or")}`;
  return conditions.length === 0
    ? `${except.length === 0 ? "any request" : "all requests"}${without}`
    : `requests with ${short(conditions, "and")}${without}`;
}

function short(texts: readonly string[], word: string): string {
  const rest = texts.length - MOST_NAMED;
  return rest > 0 ? `${texts.slice(0, MOST_NAMED).join(", ")} ${word} ${rest} more` : listed(texts, word);
}

function renderExample({ method, url, headers, sourceIp }: ExampleRequest): string {
  const sent = headers.map(({ name, value }) => `${name}: ${value}`);
  const extras = [
    ...(sent.length === 0 ? [] : [`with ${listed(sent)}`]),
    ...(sourceIp ? [`from ${sourceIp}`] : []),
  ];
  return [`${method} ${url}`, ...extras].join(" ");
}
