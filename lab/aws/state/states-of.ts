import type { Subnet } from "@aws-sdk/client-ec2";
import type { SeenBalancing, SeenLoadBalancer, SeenMachine, SeenNetwork } from "../seen/seen";
import { listenerStates } from "./listener-state";
import { loadBalancerState } from "./load-balancer-state";
import { machineState } from "./machine-state";
import {
  internetGatewayState,
  natGatewayStates,
  networkAclState,
  subnetState,
  vpcState,
} from "./network-state";
import { routeTableStates } from "./route-table-state";
import { securityGroupRuleState, securityGroupState } from "./security-group-state";
import type { StateResource } from "./state-resource";
import { targetGroupStates } from "./target-group-state";

/** Everything that was seen as Terraform would record it; what others point at comes before what points. */
export function statesOf(
  { loadBalancers, targetGroups }: SeenBalancing,
  network: SeenNetwork,
  machines: readonly SeenMachine[],
): readonly StateResource[] {
  return [
    ...network.vpcs.map(vpcState),
    ...[...network.subnets, ...subnetsOf(loadBalancers, network)].map(subnetState),
    ...network.securityGroups.map(securityGroupState),
    ...network.securityGroupRules.map(securityGroupRuleState),
    ...network.internetGateways.map(internetGatewayState),
    ...natGatewayStates(network.natGateways),
    ...network.routeTables.flatMap(routeTableStates),
    ...network.networkAcls.map(networkAclState),
    ...machines.map(machineState),
    ...loadBalancers.map(loadBalancerState),
    ...targetGroups.flatMap(targetGroupStates),
    ...loadBalancers.flatMap((lb) =>
      (lb.listeners ?? []).flatMap((listener) => listenerStates(lb, listener)),
    ),
  ];
}

/** Where subnets may not be seen, a load balancer still says in which zones its own are. */
function subnetsOf(loadBalancers: readonly SeenLoadBalancer[], { subnets }: SeenNetwork): readonly Subnet[] {
  const seen = new Set(subnets.map(({ SubnetId }) => SubnetId));
  return loadBalancers.flatMap(({ facts: { AvailabilityZones = [], VpcId } }) =>
    AvailabilityZones.filter(({ SubnetId }) => !seen.has(SubnetId)).map(({ SubnetId, ZoneName }) => ({
      SubnetId,
      VpcId,
      AvailabilityZone: ZoneName,
    })),
  );
}
