import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformResource, TerraformStack } from "cdktf";
import { zones } from "./measure";

export interface Network {
  readonly vpc: Vpc;
  readonly subnets: readonly Subnet[];
  readonly access: TerraformResource[];
}

const blocks: Readonly<Record<(typeof zones)[number], string>> = {
  "ap-northeast-2a": "10.0.0.0/20",
  "ap-northeast-2c": "10.0.32.0/20",
};

export function declareNetwork(stack: TerraformStack): Network {
  const vpc = new Vpc(stack, "vpc", {
    cidrBlock: "10.0.0.0/16",
    enableDnsHostnames: true,
    enableDnsSupport: true,
    tags: { Name: "bench" },
  });
  new DefaultSecurityGroup(stack, "default", { vpcId: vpc.id, tags: { Name: "bench-unused" } });
  const gateway = new InternetGateway(stack, "igw", { vpcId: vpc.id, tags: { Name: "bench" } });
  const table = new RouteTable(stack, "routes", { vpcId: vpc.id, tags: { Name: "bench-public" } });
  const route = new Route(stack, "default-route", {
    routeTableId: table.id,
    destinationCidrBlock: "0.0.0.0/0",
    gatewayId: gateway.id,
  });
  const access: TerraformResource[] = [gateway, route];
  const subnets = zones.map((zone) => {
    const subnet = new Subnet(stack, `subnet-${zone}`, {
      vpcId: vpc.id,
      availabilityZone: zone,
      cidrBlock: blocks[zone],
      mapPublicIpOnLaunch: false,
      tags: { Name: `bench-public-${zone}` },
    });
    const association = { subnetId: subnet.id, routeTableId: table.id };
    access.push(new RouteTableAssociation(stack, `association-${zone}`, association));
    return subnet;
  });
  return { vpc, subnets, access };
}
