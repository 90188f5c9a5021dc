import type { Construct } from "constructs";
import { PropChecks } from "../checks/prop-checks";
import { filledText, required } from "../checks/prop-kinds";
import type { Shape } from "../checks/prop-shapes";
import type { Network, NetworkSubnet } from "./network";
import { SUBNETS } from "./network-kind";
import { checkZones } from "./network-plan";

/** A VPC and subnets that exist already. */
export interface ExistingNetworkProps {
  readonly vpcId: string;
  /** Public subnets, one a zone; a load balancer needs two zones. An internal load balancer may stand in private ones. */
  readonly publicSubnets?: readonly NetworkSubnet[];
  /** Private subnets that reach the internet through NAT, one a zone. */
  readonly privateSubnets?: readonly NetworkSubnet[];
}

const EXISTING: Shape<ExistingNetworkProps> = {
  vpcId: required(filledText("vpc-missing", "give the id of the VPC")),
  publicSubnets: SUBNETS,
  privateSubnets: SUBNETS,
};

/** Takes an existing VPC as a network. Its gateways and routes are taken to be in place. */
export function existingNetwork(construct: Construct, given: ExistingNetworkProps): Network {
  const check = new PropChecks(construct);
  const props = check.props(given, EXISTING);
  const isEmpty = [Object(given).publicSubnets, Object(given).privateSubnets].every(
    (subnets) => subnets === undefined || (Array.isArray(subnets) && subnets.length === 0),
  );
  if (isEmpty) {
    const rule = "publicSubnets or privateSubnets must be given, got neither";
    check.refuse("subnets-missing", `${rule}; name two subnets`);
  }
  const lists = { publicSubnets: whole(props.publicSubnets), privateSubnets: whole(props.privateSubnets) };
  for (const [prop, subnets] of Object.entries(lists)) {
    const zones = subnets.map(({ zone }) => zone);
    if (zones.length > 0) checkZones(check, prop, zones, 1);
  }
  return { vpcId: props.vpcId ?? "", ...lists, publicAccess: [], privateAccess: [] };
}

/** The subnets of which both zone and id are right. */
function whole(subnets: readonly NetworkSubnet[] = []): NetworkSubnet[] {
  return subnets.filter(({ zone, subnetId }) => zone !== undefined && subnetId !== undefined);
}
