import type { Defect } from "../defect";
import { type RuleEntry, ruleEntries } from "../rule-entries";

/** A group holds so many rules in each direction, for IPv4 and for IPv6 apart. */
export const tooManySecurityRules: Defect = {
  id: "too-many-security-rules",
  severity: "error",
  facts: ["N34", "M19"],
  *find(subject) {
    const limit = subject.quotas.rulesPerSecurityGroup;
    const counts = countsOf(ruleEntries(subject));
    for (const group of subject.resources("aws_security_group", "aws_default_security_group")) {
      for (const direction of ["ingress", "egress"] as const) {
        const of = (family: string) => counts.get(`${group.address} ${direction} ${family}`)?.size ?? 0;
        const [family, count] = of("IPv4") >= of("IPv6") ? ["IPv4", of("IPv4")] : ["IPv6", of("IPv6")];
        if (count <= limit) continue;
        yield {
          at: group,
          message: `a security group must have at most ${limit} ${direction} rules for ${family}, got ${count}; each network counts as one`,
          fix: "name a larger network, a security group or a prefix list, or have the quota raised",
        };
      }
    }
  },
};

/** What is the same counts once. */
function countsOf(entries: readonly RuleEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const counts = new Map<string, Set<string>>();
  for (const [index, { group, rule, families, content }] of entries.entries()) {
    for (const family of families) {
      const key = `${group} ${rule.direction} ${family}`;
      const found = counts.get(key) ?? new Set();
      counts.set(key, found.add(content ?? String(index)));
    }
  }
  return counts;
}
