import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { TerraformResourceLifecycle } from "cdktf";
import type { Construct } from "constructs";
import { providerKnowsAccount } from "../stack/stack-provider";

/** A security group as its members and the rules of other groups refer to it. */
export interface SecurityGroupReference {
  readonly securityGroupId: string;
  /** Arguments of a rule of another group that names this one. */
  readonly asPeer: {
    readonly referencedSecurityGroupId: string;
    readonly lifecycle: TerraformResourceLifecycle;
  };
}

/** AWS takes 255 characters and no name that starts with `sg-`; the provider adds its own end. */
const NAME_LENGTH = 100;

/**
 * A security group without rules of its own: every rule is a resource of its own beside it. Name and
 * description force replacement, so the name is made by the provider and the description never changes.
 */
export function declareSecurityGroup(
  scope: Construct,
  id: string,
  props: { readonly vpcId: string; readonly description: string },
): SecurityGroupReference {
  const name = scope.node.path.replace(/[^A-Za-z0-9]+/g, "-").slice(0, NAME_LENGTH);
  const group = new SecurityGroup(scope, id, {
    namePrefix: `${name.startsWith("sg-") ? "lab-" : ""}${name}-`,
    description: props.description,
    vpcId: props.vpcId,
    revokeRulesOnDelete: true,
    tags: { Name: name },
    lifecycle: { createBeforeDestroy: true },
  });
  const lifecycle = peerLifecycle(group);
  return { securityGroupId: group.id, asPeer: { referencedSecurityGroupId: group.id, lifecycle } };
}

/**
 * Descriptions are for people, who annotate rules; they are left alone once a rule exists.
 *
 * A provider that was told not to ask for its account reads a peer back as `<owner>/<group>`, which would differ
 * at every plan, and AWS refuses that form in an update. There the peer is left alone too, and a replaced peer
 * replaces the rule. Whoever names another peer must give the rule another id.
 */
function peerLifecycle(group: SecurityGroup): TerraformResourceLifecycle {
  if (providerKnowsAccount(group)) return { ignoreChanges: ["description"] };
  return {
    ignoreChanges: ["description", "referenced_security_group_id"],
    replaceTriggeredBy: [`${group.terraformResourceType}.${group.friendlyUniqueId}.id`],
  };
}
