import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { declare } from "./declare";
import { providerRegion } from "./provider-region";
import { partitionOf } from "./zone";

/** IAM allows 38 characters before the part that the provider adds. */
const NAME_PREFIX_LENGTH = 38;

/**
 * The role of a service's instances: it may talk to Systems Manager, so that Session Manager opens a shell
 * without SSH and without a key, and nothing else.
 */
export class ServerRole extends Construct {
  /** Name of the instance profile, as a reference to it. */
  public readonly instanceProfile: string;
  /** What must exist before an instance can use the role. */
  public readonly access: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const name = scope.node.path.replace(/[^A-Za-z0-9]+/g, "-");
    const namePrefix = `${name.slice(-NAME_PREFIX_LENGTH + 1)}-`;
    const partition = partitionOf(providerRegion(this) ?? "");
    const suffix = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
    const made = declare(this, () => {
      const role = new IamRole(this, "role", {
        namePrefix,
        description: "Lets Session Manager reach the instances of a service",
        assumeRolePolicy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: `ec2.${suffix}` } }],
        }),
      });
      const policy = new IamRolePolicyAttachment(this, "session-manager", {
        role: role.name,
        policyArn: `arn:${partition}:iam::aws:policy/AmazonSSMManagedInstanceCore`,
      });
      const profile = new IamInstanceProfile(this, "profile", { namePrefix, role: role.name });
      return { instanceProfile: profile.name, access: [policy] };
    });
    this.instanceProfile = made.instanceProfile;
    this.access = made.access;
  }
}
