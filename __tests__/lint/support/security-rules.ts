import type { Shape } from "./shop";

/** A change to the shop: rules of its groups have other arguments; `null` takes a rule away. */
export function withRules(rules: {
  readonly ingress?: Readonly<Record<string, object | null>>;
  readonly egress?: Readonly<Record<string, object | null>>;
}) {
  return (resource: Shape) => {
    change(resource.aws_vpc_security_group_ingress_rule, rules.ingress);
    change(resource.aws_vpc_security_group_egress_rule, rules.egress);
  };
}

function change(all: Shape, changes: Readonly<Record<string, object | null>> = {}) {
  for (const [name, more] of Object.entries(changes)) {
    if (more === null) delete all[name];
    else all[name] = { ...all[name], ...more };
  }
}

/** A change to the shop: the groups have these rules, and none that are resources of their own. */
export function withGroups(groups: Readonly<Record<string, object>>) {
  return (resource: Shape) => {
    delete resource.aws_vpc_security_group_ingress_rule;
    delete resource.aws_vpc_security_group_egress_rule;
    for (const [name, more] of Object.entries(groups)) {
      const before = resource.aws_security_group[name];
      resource.aws_security_group[name] = {
        name,
        description: name,
        vpc_id: "${aws_vpc.main.id}",
        ...before,
        ...more,
      };
    }
  };
}

/** A rule as a nested block, open to everybody unless `more` says otherwise. */
export function block(from: unknown, to: unknown = from, more: object = { cidr_blocks: ["0.0.0.0/0"] }) {
  return { from_port: from, to_port: to, protocol: "tcp", ...more };
}

/** A rule of an `aws_vpc_security_group_*_rule`, open to everybody unless `more` says otherwise. */
export function standalone(group: string, from: unknown, more: object = {}) {
  return {
    security_group_id: `\${aws_security_group.${group}.id}`,
    description: "added",
    cidr_ipv4: "0.0.0.0/0",
    ip_protocol: "tcp",
    from_port: from,
    to_port: from,
    ...more,
  };
}
