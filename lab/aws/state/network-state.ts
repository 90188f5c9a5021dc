import type {
  InternetGateway,
  NatGateway,
  NetworkAcl,
  NetworkAclEntry,
  Subnet,
  Vpc,
} from "@aws-sdk/client-ec2";
import { type StateResource, tagsOf, type Values } from "./state-resource";

export function vpcState(vpc: Vpc): StateResource {
  const { VpcId = "" } = vpc;
  const values = { id: VpcId, cidr_block: vpc.CidrBlock, ...tagsOf(vpc.Tags) };
  return { type: vpc.IsDefault ? "aws_default_vpc" : "aws_vpc", label: VpcId, values };
}

export function subnetState(subnet: Subnet): StateResource {
  const { SubnetId = "" } = subnet;
  return {
    type: subnet.DefaultForAz ? "aws_default_subnet" : "aws_subnet",
    label: SubnetId,
    values: {
      id: SubnetId,
      vpc_id: subnet.VpcId,
      availability_zone: subnet.AvailabilityZone,
      cidr_block: subnet.CidrBlock,
      map_public_ip_on_launch: subnet.MapPublicIpOnLaunch,
      ...tagsOf(subnet.Tags),
    },
  };
}

export function internetGatewayState(gateway: InternetGateway): StateResource {
  const { InternetGatewayId = "", Attachments = [] } = gateway;
  const values = { id: InternetGatewayId, vpc_id: Attachments[0]?.VpcId, ...tagsOf(gateway.Tags) };
  return { type: "aws_internet_gateway", label: InternetGatewayId, values };
}

/** One that is deleted is named for an hour more. */
export function natGatewayStates(gateways: readonly NatGateway[]): readonly StateResource[] {
  return gateways
    .filter(({ State }) => State === "available" || State === "pending")
    .map(({ NatGatewayId = "", SubnetId, ConnectivityType, Tags }) => ({
      type: "aws_nat_gateway",
      label: NatGatewayId,
      values: {
        id: NatGatewayId,
        subnet_id: SubnetId,
        connectivity_type: ConnectivityType,
        ...tagsOf(Tags),
      },
    }));
}

export function networkAclState(acl: NetworkAcl): StateResource {
  const { NetworkAclId = "", Entries = [] } = acl;
  const entries = (isEgress: boolean) =>
    // the last entry, which denies the rest, is in every list and cannot be declared
    Entries.filter(({ Egress, RuleNumber = 0 }) => Egress === isEgress && RuleNumber < 32_767).map(
      entryState,
    );
  return {
    type: acl.IsDefault ? "aws_default_network_acl" : "aws_network_acl",
    label: NetworkAclId,
    values: {
      id: NetworkAclId,
      vpc_id: acl.VpcId,
      default_network_acl_id: acl.IsDefault ? NetworkAclId : undefined,
      subnet_ids: (acl.Associations ?? []).flatMap(({ SubnetId }) => SubnetId ?? []),
      ingress: entries(false),
      egress: entries(true),
      ...tagsOf(acl.Tags),
    },
  };
}

function entryState(entry: NetworkAclEntry): Values {
  return {
    rule_no: entry.RuleNumber,
    action: entry.RuleAction,
    protocol: entry.Protocol,
    cidr_block: entry.CidrBlock,
    ipv6_cidr_block: entry.Ipv6CidrBlock,
    from_port: entry.PortRange?.From ?? 0,
    to_port: entry.PortRange?.To ?? 0,
    icmp_type: entry.IcmpTypeCode?.Type,
    icmp_code: entry.IcmpTypeCode?.Code,
  };
}
