import type { Construct } from "constructs";
import type { Network, NetworkSubnet } from "./network";
import { checkZones } from "./network-plan";
import { PropChecks } from "./prop-checks";

/** A VPC and subnets that exist already. */
export interface ExistingNetworkProps {
  readonly vpcId: string;
  /** Public subnets, one a zone; a load balancer needs two zones. An internal load balancer may stand in private ones. */
  readonly publicSubnets?: readonly NetworkSubnet[];
  /** Private subnets that reach the internet through NAT, one a zone. */
  readonly privateSubnets?: readonly NetworkSubnet[];
}

/** Takes an existing VPC as a network. Its gateways and routes are taken to be in place. */
export function existingNetwork(construct: Construct, props: ExistingNetworkProps): Network {
  const check = new PropChecks(construct);
  check.text("vpcId", props.vpcId, "vpc-missing", "give the id of the VPC");
  const { publicSubnets = [], privateSubnets = [] } = props;
  if (publicSubnets.length === 0 && privateSubnets.length === 0) {
    check.refuse(
      "subnets-missing",
      "publicSubnets or privateSubnets must be given, got neither; name two subnets",
    );
  }
  for (const subnets of [publicSubnets, privateSubnets]) {
    if (subnets.length === 0) continue;
    const zones = subnets.map(({ zone }) => zone);
    checkZones(check, zones, 1);
    for (const { zone, subnetId } of subnets) {
      check.text(`subnetId of ${zone}`, subnetId, "subnet-missing", "give the id of the subnet");
    }
  }
  return { vpcId: props.vpcId, publicSubnets, privateSubnets, publicAccess: [], privateAccess: [] };
}
