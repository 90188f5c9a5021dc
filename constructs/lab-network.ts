import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { PropChecks } from "./checks/prop-checks";
import { known, knownFlag, oneOf, text } from "./checks/prop-kinds";
import type { Shape } from "./checks/prop-shapes";
import { type ExistingNetworkProps, existingNetwork } from "./network/existing-network";
import type { Network, NetworkSubnet } from "./network/network";
import { ZONES } from "./network/network-kind";
import { checkNetwork, checkVpcCidr, planSubnets, type SubnetPlan } from "./network/network-plan";
import { PrivateSubnets } from "./network/private-subnets";
import { rememberVpc } from "./network/vpc-identity";
import { declare } from "./terraform/declare";
import { nameTag } from "./terraform/physical-name";

/** A VPC to make. */
export interface LabNetworkProps {
  /**
   * Zones to use, such as `["ap-northeast-2a", "ap-northeast-2c"]`: two or more, each once, one region. Each
   * zone's resources are named and addressed by the zone, so adding or removing one leaves the others alone.
   */
  readonly zones: readonly string[];
  /**
   * Addresses of the VPC, /16 to /23. Each zone letter owns a fixed sixteenth for its public subnet and another
   * for its private one. A change replaces the network and all in it.
   * @default "10.0.0.0/16"
   */
  readonly cidr?: string;
  /** Subnets without public addresses. @default false */
  readonly privateSubnets?: boolean;
  /**
   * NAT gateways for the private subnets: one in each zone, or one for all, which costs less and falls with
   * its zone: the first by name, so a zone before it moves the gateway. Each costs by the hour and by the byte.
   * @default "per-zone" when there are private subnets
   */
  readonly natGateways?: "one" | "per-zone";
}

const LAB_NETWORK: Shape<LabNetworkProps> = {
  zones: ZONES,
  cidr: known(text),
  privateSubnets: knownFlag,
  natGateways: known(oneOf(["one", "per-zone"], "nat-gateways-unknown")),
};

/**
 * A VPC over the given zones: a public subnet in each, an internet gateway, and private subnets behind NAT when
 * asked for. No address is given out at launch, and the VPC's default security group admits nothing.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/how-it-works.html
 */
export class LabNetwork extends Construct implements Network {
  public readonly vpc: Vpc;
  public readonly vpcId: string;
  public readonly publicSubnets: readonly NetworkSubnet[];
  public readonly privateSubnets: readonly NetworkSubnet[];
  public readonly publicAccess: readonly ITerraformDependable[];
  public readonly privateAccess: readonly ITerraformDependable[];

  /** A network that exists already; nothing is created. */
  public static fromExisting(scope: Construct, id: string, props: ExistingNetworkProps): Network {
    return existingNetwork(new Construct(scope, id), props);
  }

  public constructor(scope: Construct, id: string, given: LabNetworkProps) {
    super(scope, id);
    const check = new PropChecks(this, () => this.vpc);
    const props = check.props(given, LAB_NETWORK);
    const { zones = [], cidr = "10.0.0.0/16" } = props;
    if (props.zones) checkNetwork(check, zones);
    checkVpcCidr(check, cidr);
    if (props.natGateways && !props.privateSubnets) {
      const got = `got "${props.natGateways}"`;
      check.refuse(
        "nat-without-private-subnets",
        `natGateways must be absent without privateSubnets, ${got}; drop it`,
      );
    }
    const plans = planSubnets(cidr, [...new Set(zones)]);
    const made = declare(this, () => this.declarePublic(cidr, plans));
    this.vpc = made.vpc;
    this.vpcId = made.vpcId;
    rememberVpc(this, made.vpcId, cidr);
    this.publicSubnets = made.subnets;
    this.publicAccess = made.access;
    const hidden = props.privateSubnets
      ? new PrivateSubnets(this, "private", {
          network: this,
          plans,
          natGateways: props.natGateways ?? "per-zone",
        })
      : undefined;
    this.privateSubnets = hidden?.subnets ?? [];
    this.privateAccess = hidden?.access ?? [];
  }

  private declarePublic(cidr: string, plans: readonly SubnetPlan[]) {
    const Name = nameTag(this);
    const vpc = new Vpc(this, "vpc", {
      cidrBlock: cidr,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: { Name },
    });
    new DefaultSecurityGroup(this, "default-security-group", {
      vpcId: vpc.id,
      tags: { Name: `${Name}-unused` },
    });
    const gateway = new InternetGateway(this, "internet-gateway", { vpcId: vpc.id, tags: { Name } });
    const table = new RouteTable(this, "public-routes", { vpcId: vpc.id, tags: { Name: `${Name}-public` } });
    const route = new Route(this, "public-default-route", {
      routeTableId: table.id,
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: gateway.id,
    });
    const access: ITerraformDependable[] = [gateway, route];
    const subnets = plans.map(({ zone, publicCidr }) => {
      const subnet = new Subnet(this, `public-${zone}`, {
        vpcId: vpc.id,
        availabilityZone: zone,
        cidrBlock: publicCidr,
        mapPublicIpOnLaunch: false,
        tags: { Name: `${Name}-public-${zone}` },
      });
      const association = { subnetId: subnet.id, routeTableId: table.id };
      access.push(new RouteTableAssociation(this, `public-${zone}-routes`, association));
      return { zone, subnetId: subnet.id };
    });
    return { vpc, vpcId: vpc.id, subnets, access };
  }
}
