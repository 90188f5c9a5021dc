/** Every call that is made to AWS: the permission that it takes, and what cannot be seen without it. */
export const calls = {
  DescribeLoadBalancers: { prefix: "elasticloadbalancing", what: "load balancers" },
  DescribeTags: { prefix: "elasticloadbalancing", what: "tags of load balancers" },
  DescribeLoadBalancerAttributes: { prefix: "elasticloadbalancing", what: "attributes of load balancers" },
  DescribeListeners: { prefix: "elasticloadbalancing", what: "listeners" },
  DescribeListenerAttributes: { prefix: "elasticloadbalancing", what: "attributes of listeners" },
  DescribeListenerCertificates: { prefix: "elasticloadbalancing", what: "further certificates of listeners" },
  DescribeRules: { prefix: "elasticloadbalancing", what: "rules" },
  DescribeTargetGroups: { prefix: "elasticloadbalancing", what: "target groups" },
  DescribeTargetGroupAttributes: { prefix: "elasticloadbalancing", what: "attributes of target groups" },
  DescribeTargetHealth: { prefix: "elasticloadbalancing", what: "registered targets and their health" },
  DescribeInstances: { prefix: "ec2", what: "instances and their state" },
  DescribeInstanceAttribute: { prefix: "ec2", what: "user data of instances" },
  DescribeLaunchTemplateVersions: { prefix: "ec2", what: "user data of launch templates" },
  GetConsoleOutput: { prefix: "ec2", what: "console output" },
  DescribeSecurityGroups: { prefix: "ec2", what: "security groups" },
  DescribeSecurityGroupRules: { prefix: "ec2", what: "rules of security groups" },
  DescribeVpcs: { prefix: "ec2", what: "VPCs" },
  DescribeSubnets: { prefix: "ec2", what: "subnets" },
  DescribeRouteTables: { prefix: "ec2", what: "route tables" },
  DescribeNetworkAcls: { prefix: "ec2", what: "network ACLs" },
  DescribeInternetGateways: { prefix: "ec2", what: "internet gateways" },
  DescribeNatGateways: { prefix: "ec2", what: "NAT gateways" },
  SendCommand: { prefix: "ssm", what: "cloud-init log", onlyWithCommands: true },
  GetCommandInvocation: { prefix: "ssm", what: "cloud-init log", onlyWithCommands: true },
} as const satisfies Readonly<Record<string, CallFacts>>;

interface CallFacts {
  /** Of the permission; the rest of it is the name of the call. */
  readonly prefix: "elasticloadbalancing" | "ec2" | "ssm";
  readonly what: string;
  readonly onlyWithCommands?: true;
}

/** Name of a call, as AWS has it. */
export type Call = keyof typeof calls;

/** Such as `ec2:GetConsoleOutput`. */
export function permissionOf(call: Call): string {
  return `${calls[call].prefix}:${call}`;
}

/** One permission of those that gathering makes use of; without it, this is what stays unseen. */
export interface RequiredPermission {
  readonly permission: string;
  readonly what: string;
  /** Used only where `runCommands` is set. */
  readonly onlyWithCommands: boolean;
}

/** Everything that {@link gatherFromAws} may ask for; each of them may be missing. */
export const requiredPermissions: readonly RequiredPermission[] = Object.entries(calls).map(
  ([call, { what, ...facts }]) => ({
    permission: permissionOf(call as Call),
    what,
    onlyWithCommands: "onlyWithCommands" in facts,
  }),
);
