import type { Comparison } from "../comparison";
import type { Weakened } from "../listeners/weakened";
import { weakenedAttributes } from "../listeners/weakened-attributes";
import { weakenedClientCertificates, weakenedSignIn } from "../listeners/weakened-sign-in";
import type { Risk } from "../risk";

/** Requests get through that were stopped, or changed on their way, before. */
export const requestProtectionWeakened: Risk = {
  id: "request-protection-weakened",
  level: "needs-care",
  facts: ["P12", "P-E11", "N46", "N47", "N51", "N53", "R71", "TF58"],
  rank: 20,
  *find(comparison) {
    for (const { at, message, course, fix } of weakened(comparison))
      yield { at, message, course: ["Terraform changes it while everything runs", course], fix };
  },
};

function* weakened(comparison: Comparison): Generator<Weakened> {
  for (const { before, after } of comparison.pairs("loadBalancers")) yield* weakenedAttributes(before, after);
  for (const pair of comparison.pairs("rules")) yield* weakenedSignIn(pair, ({ actions }) => actions);
  for (const pair of comparison.pairs("listeners")) {
    yield* weakenedSignIn(pair, ({ defaultActions }) => defaultActions);
    yield* weakenedClientCertificates(comparison, pair);
  }
}
