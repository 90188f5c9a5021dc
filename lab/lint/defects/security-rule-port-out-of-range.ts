import type { Defect } from "../defect";
import { hasPorts, placed, writtenRules } from "../security-rules";
import { isOutside } from "../values";

/** A port of TCP or UDP is a number of 16 bits; ICMP has types and codes in its place. */
export const securityRulePortOutOfRange: Defect = {
  id: "security-rule-port-out-of-range",
  severity: "error",
  facts: ["TF70", "B58"],
  *find(subject) {
    for (const rule of writtenRules(subject)) {
      const isIcmp = rule.protocol === "icmp" || rule.protocol === "icmpv6";
      if (!isIcmp && !hasPorts(rule)) continue;
      const [least, most] = isIcmp ? [-1, 255] : [0, 65_535];
      for (const [name, value] of [
        ["from_port", rule.fromPort],
        ["to_port", rule.toPort],
      ] as const) {
        if (!isOutside(value, least, most)) continue;
        yield {
          at: rule.at,
          message: `${name} must be a whole number from ${least} to ${most} for ${rule.protocol}, got ${value}${placed(rule)}`,
          fix: "correct the port",
        };
      }
    }
  },
};
