import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { cidrProblem } from "./cidr";
import { declare } from "./declare";
import { isToken, PropChecks, show } from "./prop-checks";
import { declareSecurityGroup, type SecurityGroupReference } from "./security-group";

/** Who may reach the load balancer. */
export interface AlbSecurityGroupProps {
  readonly vpcId: string;
  readonly allowedCidrs: readonly string[];
  /** Outbound rules that the account's quota allows in one group. */
  readonly rulesQuota: number;
}

/**
 * The load balancer's security group. In: each listener's port from the allowed networks. Out: the ports of
 * the instances' groups, and nothing else.
 */
export class AlbSecurityGroup extends Construct implements SecurityGroupReference {
  public readonly securityGroupId: string;
  public readonly asPeer: SecurityGroupReference["asPeer"];
  private readonly props: AlbSecurityGroupProps;
  private readonly check: PropChecks;
  private outbound = 0;
  private mayAskIdentityProvider = false;

  public constructor(scope: Construct, id: string, props: AlbSecurityGroupProps) {
    super(scope, id);
    this.props = props;
    this.check = new PropChecks(this);
    const description = "Application load balancer";
    const group = declare(this, () =>
      declareSecurityGroup(this, "group", { vpcId: props.vpcId, description }),
    );
    this.securityGroupId = group.securityGroupId;
    this.asPeer = group.asPeer;
    this.checkCidrs(props.allowedCidrs);
  }

  /** Admits the allowed networks to a listener's port. */
  public allowListener(port: number): void {
    const cidrs = Array.isArray(this.props.allowedCidrs) ? [...new Set(this.props.allowedCidrs)] : [];
    cidrs.forEach((cidr, index) => {
      const key = isToken(cidr) ? `token-${index}` : String(cidr).replaceAll("/", "-");
      const family = String(cidr).includes(":") ? { cidrIpv6: cidr } : { cidrIpv4: cidr };
      if (this.node.tryFindChild(`in-${port}-from-${key}`)) return;
      const rule = {
        securityGroupId: this.securityGroupId,
        description: `Clients to the listener on port ${port}`,
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        ...family,
      };
      declare(this, () => new VpcSecurityGroupIngressRule(this, `in-${port}-from-${key}`, rule));
    });
  }

  /**
   * Lets the load balancer reach one port of another security group. The rule belongs to `scope`, so that it
   * comes and goes with the service.
   */
  public allowOut(
    scope: Construct,
    id: string,
    port: number,
    to: SecurityGroupReference,
  ): VpcSecurityGroupEgressRule {
    this.outbound += 1;
    if (this.outbound > this.props.rulesQuota) {
      const rule = `a security group takes ${this.props.rulesQuota} outbound rules, got ${this.outbound}`;
      const fix = "share a security group among services, use a second load balancer, or raise the quota";
      this.check.refuse("too-many-security-group-rules", `${rule}; ${fix}`);
    }
    return declare(
      scope,
      () =>
        new VpcSecurityGroupEgressRule(scope, id, {
          securityGroupId: this.securityGroupId,
          description: `Load balancer to targets on port ${port}`,
          ipProtocol: "tcp",
          fromPort: port,
          toPort: port,
          ...to.asPeer,
        }),
    );
  }

  /** Lets the load balancer ask an identity provider on the internet, which authenticate actions need. */
  public allowIdentityProvider(): void {
    if (this.mayAskIdentityProvider) return;
    this.mayAskIdentityProvider = true;
    this.outbound += 1;
    const rule = {
      securityGroupId: this.securityGroupId,
      description: "Load balancer to identity providers",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
    };
    declare(this, () => new VpcSecurityGroupEgressRule(this, "out-to-identity-provider", rule));
  }

  private checkCidrs(cidrs: readonly string[]): void {
    if (!Array.isArray(cidrs) || cidrs.length === 0) {
      const got = show(cidrs);
      this.check.refuse(
        "allowed-cidrs-empty",
        `allowedCidrs must name a network, got ${got}; nobody could reach it`,
      );
      return;
    }
    for (const cidr of cidrs) {
      const problem = isToken(cidr) ? undefined : cidrProblem(cidr);
      if (!problem) continue;
      const got = `got ${show(cidr)}, which ${problem}`;
      this.check.refuse(
        "allowed-cidr-malformed",
        `allowedCidrs must be networks in CIDR form, ${got}; correct it`,
      );
    }
  }
}
