import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { partitionOf } from "../network/zone";
import { providerRegion } from "../stack/stack-provider";
import { declare } from "../terraform/declare";

/** IAM allows 38 characters before the part that the provider adds. */
const NAME_PREFIX_LENGTH = 38;

/**
 * What the agent on an instance needs for Session Manager. These actions know no single resources. The managed
 * policy AmazonSSMManagedInstanceCore would also allow Run Command and reading every parameter.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
 */
const SESSION_MANAGER_ACTIONS = [
  "ssm:UpdateInstanceInformation",
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
];

/**
 * The role of a service's instances: it may talk to Systems Manager, so that Session Manager opens a shell
 * without SSH and without a key, and nothing else.
 */
export class ServerRole extends Construct {
  /** Name of the role, to attach further policies to, such as one that lets the servers read a queue. */
  public readonly roleName: string;
  /** Name of the instance profile, as a reference to it. */
  public readonly instanceProfile: string;
  /** What must exist before an instance can use the role. */
  public readonly access: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const name = scope.node.path.replace(/[^A-Za-z0-9]+/g, "-");
    const namePrefix = `${name.slice(-NAME_PREFIX_LENGTH + 1)}-`;
    const isChina = partitionOf(providerRegion(this) ?? "") === "aws-cn";
    const Service = isChina ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com";
    const made = declare(this, () => {
      const role = new IamRole(this, "role", {
        namePrefix,
        description: "Lets Session Manager reach the instances of a service",
        assumeRolePolicy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service } }],
        }),
      });
      const policy = new IamRolePolicy(this, "session-manager", {
        role: role.id,
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: SESSION_MANAGER_ACTIONS, Resource: "*" }],
        }),
      });
      const profile = new IamInstanceProfile(this, "profile", { namePrefix, role: role.name });
      return { roleName: role.name, instanceProfile: profile.name, access: [policy] };
    });
    this.roleName = made.roleName;
    this.instanceProfile = made.instanceProfile;
    this.access = made.access;
  }
}
