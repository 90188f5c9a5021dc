import type { Defect } from "../defect";
import { hasPorts, placed, type WrittenRule, writtenRules } from "../security-rules";
import { known } from "../values";

/** TCP and UDP have ports; all protocols together have none. */
export const securityRulePortsMissing: Defect = {
  id: "security-rule-ports-missing",
  severity: "error",
  facts: ["B58"],
  *find(subject) {
    for (const rule of writtenRules(subject)) {
      const message = hasPorts(rule) ? missing(rule) : tooMany(rule);
      if (message === undefined) continue;
      yield {
        at: rule.at,
        message: `${message}${placed(rule)}`,
        fix: hasPorts(rule)
          ? "set from_port and to_port; 0 and 65535 for all ports"
          : `name a protocol such as tcp, or ${rule.inline ? "set both ports to 0" : "take the ports away"}`,
      };
    }
  },
};

function missing({ fromPort, toPort, protocol }: WrittenRule): string | undefined {
  if (fromPort !== undefined && toPort !== undefined) return undefined;
  const unset = [fromPort === undefined && "from_port", toPort === undefined && "to_port"].filter(Boolean);
  return `a rule for ${known(protocol)} must have from_port and to_port, got no ${unset.join(" and no ")}`;
}

/** Ports that stand for all of them are let pass, as `aws_security_group_rule` lets any pass. */
function tooMany({ at, protocol, fromPort, toPort }: WrittenRule): string | undefined {
  if (known(protocol) !== "-1" || at.type === "aws_security_group_rule") return undefined;
  const ports = [fromPort, toPort].flatMap((port) => known(port) ?? []);
  const isInline =
    at.type !== "aws_vpc_security_group_ingress_rule" && at.type !== "aws_vpc_security_group_egress_rule";
  const allowed = isInline ? [0] : [0, -1];
  if (ports.every((port) => allowed.includes(port))) return undefined;
  return `a rule for every protocol (-1) must have no ports, got ${[...new Set(ports)].join(" and ")}`;
}
