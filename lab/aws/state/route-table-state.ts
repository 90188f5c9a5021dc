import type { Route, RouteTable, RouteTableAssociation } from "@aws-sdk/client-ec2";
import { type StateResource, tagsOf } from "./state-resource";

/** A route table, its routes and what uses it, each a resource of its own. */
export function routeTableStates(table: RouteTable): readonly StateResource[] {
  const { RouteTableId = "", Associations = [], Routes = [] } = table;
  return [
    {
      type: "aws_route_table",
      label: RouteTableId,
      values: { id: RouteTableId, vpc_id: table.VpcId, ...tagsOf(table.Tags) },
    },
    // the route to the VPC itself is in every table and cannot be declared
    ...Routes.filter(({ GatewayId }) => GatewayId !== "local").map((route) =>
      routeState(RouteTableId, route),
    ),
    ...Associations.map((association) => associationState(table, association)),
  ];
}

function routeState(route_table_id: string, route: Route): StateResource {
  const { DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId } = route;
  const destination = DestinationCidrBlock ?? DestinationIpv6CidrBlock ?? DestinationPrefixListId ?? "";
  return {
    type: "aws_route",
    label: `${route_table_id}_${destination}`,
    values: {
      id: `r-${route_table_id}-${destination}`,
      route_table_id,
      destination_cidr_block: DestinationCidrBlock,
      destination_ipv6_cidr_block: DestinationIpv6CidrBlock,
      destination_prefix_list_id: DestinationPrefixListId,
      state: route.State,
      gateway_id: route.GatewayId,
      nat_gateway_id: route.NatGatewayId,
      egress_only_gateway_id: route.EgressOnlyInternetGatewayId,
      vpc_peering_connection_id: route.VpcPeeringConnectionId,
      transit_gateway_id: route.TransitGatewayId,
      network_interface_id: route.NetworkInterfaceId,
      carrier_gateway_id: route.CarrierGatewayId,
      local_gateway_id: route.LocalGatewayId,
      core_network_arn: route.CoreNetworkArn,
    },
  };
}

function associationState(
  { VpcId, RouteTableId = "" }: RouteTable,
  { RouteTableAssociationId = "", SubnetId, GatewayId, Main }: RouteTableAssociation,
): StateResource {
  const common = { id: RouteTableAssociationId, route_table_id: RouteTableId };
  return Main
    ? {
        type: "aws_main_route_table_association",
        label: RouteTableAssociationId,
        values: { ...common, vpc_id: VpcId },
      }
    : {
        type: "aws_route_table_association",
        label: RouteTableAssociationId,
        values: { ...common, subnet_id: SubnetId, gateway_id: GatewayId },
      };
}
