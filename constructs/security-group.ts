import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { Construct } from "constructs";
import { providerKnowsAccount } from "./stack-provider";

/**
 * A security group as others refer to it. Rules that name it leave their description alone once they exist: it
 * is for people to read, and people annotate rules.
 */
export interface SecurityGroupReference {
  readonly securityGroupId: string;
  /** The group in rules of other groups: `referenced_security_group_id`. */
  readonly asPeer: string;
}

/**
 * A security group without rules of its own: every rule is a resource of its own beside it. Name and
 * description force replacement, so the name is made by the provider and the description never changes.
 */
export function declareSecurityGroup(
  scope: Construct,
  id: string,
  props: { readonly vpcId: string; readonly description: string },
): SecurityGroupReference {
  const name = scope.node.path.replace(/[^A-Za-z0-9]+/g, "-");
  const group = new SecurityGroup(scope, id, {
    namePrefix: `${name.slice(0, 100)}-`,
    description: props.description,
    vpcId: props.vpcId,
    revokeRulesOnDelete: true,
    tags: { Name: name },
    lifecycle: { createBeforeDestroy: true },
  });
  const securityGroupId = group.id;
  // a provider that was not told to ask for its account reads every peer back with its owner in front
  const asPeer = providerKnowsAccount(scope) ? securityGroupId : `${group.ownerId}/${securityGroupId}`;
  return { securityGroupId, asPeer };
}
