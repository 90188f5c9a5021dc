import {
  isUnknown,
  type PlanChanges,
  type SecurityGroup,
  type SecurityGroupRule,
  type Topology,
} from "../../topology";

/**
 * A planned topology without the rules that a security group only shows because Terraform read them back from AWS. A
 * plan leaves that list as it was, also where the resource that declares the rule is removed or changed.
 */
export function withoutReadBackRules(before: Topology, after: Topology, { changes }: PlanChanges): Topology {
  const written = new Set(
    changes
      .filter(
        (change) =>
          isGroup(change.type) &&
          (change.kind === "create" || (change.kind !== "nothing" && change.differences.some(isRule))),
      )
      .map(({ address }) => address),
  );
  const earlier = new Map(before.securityGroups.map((group) => [group.address, group]));
  const securityGroups = after.securityGroups.map((group) => {
    const was = earlier.get(group.address);
    return was === undefined || written.has(group.address) ? group : withoutReadBack(group, was);
  });
  return { ...after, securityGroups };
}

function isGroup(type: string): boolean {
  return type === "aws_security_group" || type === "aws_default_security_group";
}

function isRule({ path }: { readonly path: string }): boolean {
  return /^(?:ingress|egress)\b/.test(path);
}

/** What was declared beside the group before is not written in it now. */
function withoutReadBack(group: SecurityGroup, was: SecurityGroup): SecurityGroup {
  if (isUnknown(group.rules) || isUnknown(was.rules)) return group;
  const beside = new Set(was.rules.filter(({ inline }) => !inline).map(contentOf));
  return { ...group, rules: group.rules.filter((rule) => !rule.inline || !beside.has(contentOf(rule))) };
}

function contentOf({ address: _, inline: __, ...content }: SecurityGroupRule): string {
  return JSON.stringify(content);
}
