import { outputOf, type RunOptions } from "./child-process";

/** Answers of the AWS API are read through this; a key that is missing is undefined. */
// biome-ignore lint/suspicious/noExplicitAny: the answers have no types here, and every test checks the values
export type Answer = any;

/** Asks the AWS API through AWS's own command line: `ask("elbv2 describe-listeners", "--load-balancer-arn", arn)`. */
export type Ask = (command: string, ...args: readonly string[]) => Promise<Answer>;

/** A client for the endpoint that the environment variables of `options` name. */
export function awsClient(options: RunOptions, region = "ap-northeast-2"): Ask {
  return async (command, ...args) => {
    const words = [...command.split(" "), ...args, "--region", region, "--output", "json"];
    const text = await outputOf("aws", words, options);
    return text.trim() === "" ? {} : JSON.parse(text);
  };
}

/** Key and value pairs of a load balancer's or target group's attributes, as an object. */
export function attributes(answer: Answer): Record<string, string> {
  return Object.fromEntries(answer.Attributes.map(({ Key, Value }: Answer) => [Key, Value]));
}

/**
 * Everything that a lab makes and that is still there, as ids. What every account has from the start (default
 * network and groups) and what cannot be made to vanish (terminated instances) is left out.
 */
export async function leftovers(ask: Ask): Promise<Record<string, readonly string[]>> {
  const live = "Name=instance-state-name,Values=pending,running,stopping,stopped,shutting-down";
  const ids = (list: Answer[], key: string): string[] => list.map((entry) => String(entry[key]));
  const notDefault = (list: Answer[]) =>
    list.filter(({ IsDefault, DefaultForAz }) => !IsDefault && !DefaultForAz);
  const [
    balancers,
    groups,
    instances,
    securityGroups,
    vpcs,
    subnets,
    templates,
    roles,
    profiles,
    addresses,
    gateways,
  ] = await Promise.all([
    ask("elbv2 describe-load-balancers"),
    ask("elbv2 describe-target-groups"),
    ask("ec2 describe-instances", "--filters", live),
    ask("ec2 describe-security-groups"),
    ask("ec2 describe-vpcs"),
    ask("ec2 describe-subnets"),
    ask("ec2 describe-launch-templates"),
    ask("iam list-roles"),
    ask("iam list-instance-profiles"),
    ask("ec2 describe-addresses"),
    ask("ec2 describe-internet-gateways"),
  ]);
  return {
    loadBalancers: ids(balancers.LoadBalancers, "LoadBalancerArn"),
    targetGroups: ids(groups.TargetGroups, "TargetGroupArn"),
    instances: instances.Reservations.flatMap(({ Instances }: Answer) => ids(Instances, "InstanceId")),
    securityGroups: ids(
      securityGroups.SecurityGroups.filter(({ GroupName }: Answer) => GroupName !== "default"),
      "GroupId",
    ),
    vpcs: ids(notDefault(vpcs.Vpcs), "VpcId"),
    subnets: ids(notDefault(subnets.Subnets), "SubnetId"),
    launchTemplates: ids(templates.LaunchTemplates, "LaunchTemplateId"),
    roles: ids(roles.Roles, "RoleName"),
    instanceProfiles: ids(profiles.InstanceProfiles, "InstanceProfileName"),
    addresses: ids(addresses.Addresses, "AllocationId"),
    internetGateways: ids(gateways.InternetGateways, "InternetGatewayId"),
  };
}
