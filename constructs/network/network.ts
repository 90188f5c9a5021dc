import type { ITerraformDependable } from "cdktf";

/** One subnet of a network: at most one public and one private subnet a zone. */
export interface NetworkSubnet {
  /** Availability zone, such as `ap-northeast-2a`. */
  readonly zone: string;
  readonly subnetId: string;
}

/**
 * A VPC with its subnets, as load balancers and instances need it: made by `LabNetwork`, or an existing one
 * through `LabNetwork.fromExisting`.
 */
export interface Network {
  readonly vpcId: string;
  /** Subnets with a route to an internet gateway. */
  readonly publicSubnets: readonly NetworkSubnet[];
  /** Subnets without one; they reach the internet through NAT. Empty when there are none. */
  readonly privateSubnets: readonly NetworkSubnet[];
  /** What must exist before something in a public subnet reaches the internet. */
  readonly publicAccess: readonly ITerraformDependable[];
  /** What must exist before something in a private subnet reaches the internet. */
  readonly privateAccess: readonly ITerraformDependable[];
}
