import { Eip } from "@cdktf/provider-aws/lib/eip";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { declare, dependencies } from "../terraform/declare";
import { nameTag } from "../terraform/physical-name";
import type { Network, NetworkSubnet } from "./network";
import type { SubnetPlan } from "./network-plan";

interface PrivateSubnetsProps {
  readonly network: Pick<Network, "vpcId" | "publicSubnets" | "publicAccess">;
  readonly plans: readonly SubnetPlan[];
  readonly natGateways: "one" | "per-zone";
}

/** A private subnet in each zone, with a route table that leads to a NAT gateway. */
export class PrivateSubnets extends Construct {
  public readonly subnets: readonly NetworkSubnet[];
  public readonly access: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: PrivateSubnetsProps) {
    super(scope, id);
    const name = nameTag(scope);
    const access: ITerraformDependable[] = [];
    this.subnets = declare(this, () => {
      const gateways = this.declareGateways(name, props);
      return props.plans.map(({ zone, privateCidr }) => {
        const tags = { Name: `${name}-private-${zone}` };
        const { vpcId } = props.network;
        const subnet = new Subnet(this, zone, {
          vpcId,
          availabilityZone: zone,
          cidrBlock: privateCidr,
          mapPublicIpOnLaunch: false,
          tags,
        });
        const table = new RouteTable(this, `${zone}-routes`, { vpcId, tags });
        const gateway = gateways.get(zone) ?? [...gateways.values()][0];
        const route = {
          routeTableId: table.id,
          destinationCidrBlock: "0.0.0.0/0",
          natGatewayId: gateway?.id,
        };
        const association = { subnetId: subnet.id, routeTableId: table.id };
        access.push(new Route(this, `${zone}-default-route`, route));
        access.push(new RouteTableAssociation(this, `${zone}-association`, association));
        return { zone, subnetId: subnet.id };
      });
    });
    this.access = access;
  }

  /** With one gateway, it stands in the zone that sorts first, so that the order of zones does not move it. */
  private declareGateways(name: string, props: PrivateSubnetsProps): Map<string, NatGateway> {
    const { publicSubnets, publicAccess } = props.network;
    const inOrder = [...publicSubnets].sort((one, other) => one.zone.localeCompare(other.zone));
    const chosen = props.natGateways === "one" ? inOrder.slice(0, 1) : inOrder;
    return new Map(
      chosen.map(({ zone, subnetId }) => {
        const tags = { Name: `${name}-${zone}` };
        const dependsOn = dependencies(this, publicAccess);
        const address = new Eip(this, `${zone}-nat-address`, { domain: "vpc", tags, dependsOn });
        const gateway = { allocationId: address.id, subnetId, tags, dependsOn };
        return [zone, new NatGateway(this, `${zone}-nat`, gateway)];
      }),
    );
  }
}
