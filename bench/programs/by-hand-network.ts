import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformResource, TerraformStack } from "cdktf";
import { zones } from "./measure";

/** Subnets of one kind, and what gives them a way to the internet. */
export interface Subnets {
  readonly subnets: readonly Subnet[];
  readonly access: TerraformResource[];
}

export interface Network {
  readonly vpc: Vpc;
  readonly public: Subnets;
  readonly private: Subnets;
}

const publicBlocks = ["10.0.0.0/20", "10.0.32.0/20"];
const privateBlocks = ["10.0.128.0/20", "10.0.160.0/20"];

export function declareNetwork(stack: TerraformStack): Network {
  const vpc = new Vpc(stack, "vpc", {
    cidrBlock: "10.0.0.0/16",
    enableDnsHostnames: true,
    enableDnsSupport: true,
    tags: { Name: "bench" },
  });
  new DefaultSecurityGroup(stack, "default", { vpcId: vpc.id, tags: { Name: "bench-unused" } });
  const publicSubnets = declarePublic(stack, vpc);
  return { vpc, public: publicSubnets, private: declarePrivate(stack, vpc, publicSubnets) };
}

function declarePublic(stack: TerraformStack, vpc: Vpc): Subnets {
  const gateway = new InternetGateway(stack, "igw", { vpcId: vpc.id, tags: { Name: "bench" } });
  const table = new RouteTable(stack, "routes", { vpcId: vpc.id, tags: { Name: "bench-public" } });
  const route = new Route(stack, "default-route", {
    routeTableId: table.id,
    destinationCidrBlock: "0.0.0.0/0",
    gatewayId: gateway.id,
  });
  const access: TerraformResource[] = [gateway, route];
  const subnets = zones.map((zone, index) => {
    const subnet = new Subnet(stack, `public-${zone}`, {
      vpcId: vpc.id,
      availabilityZone: zone,
      cidrBlock: publicBlocks[index],
      mapPublicIpOnLaunch: false,
      tags: { Name: `bench-public-${zone}` },
    });
    const association = { subnetId: subnet.id, routeTableId: table.id };
    access.push(new RouteTableAssociation(stack, `public-${zone}-association`, association));
    return subnet;
  });
  return { subnets, access };
}

function declarePrivate(stack: TerraformStack, vpc: Vpc, inPublic: Subnets): Subnets {
  const {
    subnets: [first],
    access: dependsOn,
  } = inPublic;
  if (!first) throw new Error("zones: there must be one, got none; name one");
  const address = new Eip(stack, "nat-address", { domain: "vpc", tags: { Name: "bench" }, dependsOn });
  const nat = new NatGateway(stack, "nat", {
    allocationId: address.id,
    subnetId: first.id,
    tags: { Name: "bench" },
    dependsOn,
  });
  const access: TerraformResource[] = [];
  const subnets = zones.map((zone, index) => {
    const tags = { Name: `bench-private-${zone}` };
    const subnet = new Subnet(stack, `private-${zone}`, {
      vpcId: vpc.id,
      availabilityZone: zone,
      cidrBlock: privateBlocks[index],
      mapPublicIpOnLaunch: false,
      tags,
    });
    const table = new RouteTable(stack, `private-${zone}-routes`, { vpcId: vpc.id, tags });
    const route = { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: nat.id };
    access.push(new Route(stack, `private-${zone}-default-route`, route));
    const association = { subnetId: subnet.id, routeTableId: table.id };
    access.push(new RouteTableAssociation(stack, `private-${zone}-association`, association));
    return subnet;
  });
  return { subnets, access };
}
