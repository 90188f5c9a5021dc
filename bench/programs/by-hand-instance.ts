import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import type { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { type TerraformResource, type TerraformStack, Token } from "cdktf";
import { renderUserData } from "../../userdata";

interface InstanceProps {
  readonly subnet: Subnet;
  readonly securityGroup: SecurityGroup;
  readonly template: LaunchTemplate;
  readonly profile: IamInstanceProfile;
  readonly basePath: string;
  readonly dependsOn: TerraformResource[];
}

export function declareInstance(stack: TerraformStack, name: string, props: InstanceProps): Instance {
  return new Instance(stack, name, {
    launchTemplate: { id: props.template.id, version: Token.asString(props.template.latestVersion) },
    instanceType: "t3.micro",
    subnetId: props.subnet.id,
    vpcSecurityGroupIds: [props.securityGroup.id],
    iamInstanceProfile: props.profile.name,
    userDataBase64: renderUserData({
      serverName: name,
      first: false,
      port: 3000,
      healthPort: 3000,
      healthPath: "/health",
      basePath: props.basePath,
      keepAliveSeconds: 65,
      drainSeconds: 10,
    }),
    userDataReplaceOnChange: true,
    ebsOptimized: true,
    monitoring: false,
    disableApiTermination: false,
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    tags: { Name: name },
    dependsOn: props.dependsOn,
  });
}

export function declareLaunchTemplate(stack: TerraformStack, name: string): LaunchTemplate {
  return new LaunchTemplate(stack, `${name}-template`, {
    namePrefix: `${name}-`,
    imageId: "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    blockDeviceMappings: [
      {
        deviceName: "/dev/xvda",
        ebs: { encrypted: "true", volumeSize: 8, volumeType: "gp3", deleteOnTermination: "true" },
      },
    ],
    lifecycle: { ignoreChanges: ["tag_specifications"] },
  });
}

export function declareRole(stack: TerraformStack, name: string) {
  const role = new IamRole(stack, `${name}-role`, {
    namePrefix: `${name}-`,
    description: "Lets Session Manager reach the instances of a service",
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
    }),
  });
  const policy = new IamRolePolicy(stack, `${name}-session-manager`, {
    role: role.id,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: [
            "ssm:UpdateInstanceInformation",
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
          ],
          Resource: "*",
        },
      ],
    }),
  });
  const profile = new IamInstanceProfile(stack, `${name}-profile`, {
    namePrefix: `${name}-`,
    role: role.name,
  });
  return { policy, profile };
}
