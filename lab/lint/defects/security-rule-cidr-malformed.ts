import { networkOf, writtenOf } from "../cidr";
import type { Defect } from "../defect";
import { ipv6NetworkOf } from "../ipv6";
import { cidrsOf, placed, type RuleCidr, writtenRules } from "../security-rules";
import { known, quoted } from "../values";

/** A rule names networks, without bits of a host in them, each family in its own argument. */
export const securityRuleCidrMalformed: Defect = {
  id: "security-rule-cidr-malformed",
  severity: "error",
  facts: ["TF70", "B34"],
  *find(subject) {
    for (const rule of writtenRules(subject)) {
      for (const { argument, family, cidr } of cidrsOf(rule)) {
        const text = known(cidr);
        const fix = text === undefined ? undefined : fixOf(text, family);
        if (text === undefined || fix === undefined) continue;
        yield {
          at: rule.at,
          message: `${argument} must be an ${family} network in CIDR form, got ${quoted(text)}${placed(rule)}`,
          fix,
        };
      }
    }
  },
};

/** What to do about a text; `undefined`: nothing is wrong with it. */
function fixOf(text: string, family: RuleCidr["family"]): string | undefined {
  const [network, wide] = [networkOf(text), ipv6NetworkOf(text)];
  if (family === "IPv4") {
    if (wide) return "write it into the argument for IPv6";
    if (network?.address === network?.first) return network ? undefined : "write it like 10.0.0.0/24";
    return network && `set the bits of the host to zero: ${writtenOf(network)}`;
  }
  if (network) return "write it into the argument for IPv4";
  if (wide === undefined) return "write it like 2001:db8::/32";
  return wide.address === wide.first ? undefined : `set all bits after the first ${wide.prefix} to zero`;
}
