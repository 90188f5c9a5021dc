import type { Defect } from "../defect";
import { firewallsOf, ruleName } from "../firewalls";
import { blocksOf, numberOf } from "../policy";
import { quoted } from "../values";

const LEAST = 10;
const MOST = 2_000_000_000;

/** A rate is counted over minutes, so that very low ones mean nothing. */
export const firewallRateOutOfRange: Defect = {
  id: "firewall-rate-out-of-range",
  severity: "error",
  facts: ["B87"],
  *find(subject) {
    for (const acl of firewallsOf(subject))
      for (const rule of blocksOf(acl, "rule") ?? []) {
        const limit = numberOf(rule, ["statement", "rate_based_statement", "limit"], LEAST);
        if (limit === undefined || (limit >= LEAST && limit <= MOST)) continue;
        yield {
          at: acl,
          message: `rate_based_statement limit must be from ${LEAST} to ${MOST}, got ${limit} in ${quoted(ruleName(rule))}`,
          fix: "give the requests that one address may make in the evaluation window, which is five minutes",
        };
      }
  },
};
