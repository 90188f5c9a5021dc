import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { Construct } from "constructs";

/**
 * A security group without rules of its own: every rule is a resource of its own beside it. Name and
 * description force replacement, so the name is made by the provider and the description never changes.
 */
export function declareSecurityGroup(
  scope: Construct,
  id: string,
  props: { readonly vpcId: string; readonly description: string },
): SecurityGroup {
  const name = scope.node.path.replace(/[^A-Za-z0-9]+/g, "-");
  return new SecurityGroup(scope, id, {
    namePrefix: `${name.slice(0, 100)}-`,
    description: props.description,
    vpcId: props.vpcId,
    revokeRulesOnDelete: true,
    tags: { Name: name },
    lifecycle: { createBeforeDestroy: true },
  });
}
