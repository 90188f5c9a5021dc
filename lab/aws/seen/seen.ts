import type * as Ec2 from "@aws-sdk/client-ec2";
import type * as Elb from "@aws-sdk/client-elastic-load-balancing-v2";

/** What AWS said about load balancing. What could not be seen is absent, here and below. */
export interface SeenBalancing {
  readonly loadBalancers: readonly SeenLoadBalancer[];
  readonly targetGroups: readonly SeenTargetGroup[];
}

export interface SeenLoadBalancer {
  readonly facts: Elb.LoadBalancer;
  readonly attributes?: Attributes;
  readonly listeners?: readonly SeenListener[];
}

export interface SeenListener {
  readonly facts: Elb.Listener;
  readonly attributes?: Attributes;
  /** ARNs of certificates besides the default one. */
  readonly certificates: readonly string[];
  /** Without the default one. */
  readonly rules?: readonly Elb.Rule[];
}

export interface SeenTargetGroup {
  readonly facts: Elb.TargetGroup;
  readonly attributes?: Attributes;
  readonly health?: readonly Elb.TargetHealthDescription[];
}

/** Attributes of the load balancing API by their keys, such as `idle_timeout.timeout_seconds`. */
export type Attributes = Readonly<Record<string, string>>;

/** What AWS said about the network that load balancers and targets are in. */
export interface SeenNetwork {
  readonly vpcs: readonly Ec2.Vpc[];
  readonly subnets: readonly Ec2.Subnet[];
  readonly routeTables: readonly Ec2.RouteTable[];
  readonly networkAcls: readonly Ec2.NetworkAcl[];
  readonly internetGateways: readonly Ec2.InternetGateway[];
  readonly natGateways: readonly Ec2.NatGateway[];
  readonly securityGroups: readonly Ec2.SecurityGroup[];
  readonly securityGroupRules: readonly Ec2.SecurityGroupRule[];
}

/** An instance, whether it is registered or only declared. */
export interface SeenMachine {
  readonly facts: Ec2.Instance;
  /** As EC2 gives it: base64; `none`: it has no user data; absent: it could not be seen. */
  readonly userData?: { readonly base64: string } | "none";
}
