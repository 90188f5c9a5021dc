import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { PropChecks } from "../checks/prop-checks";
import { filledText, type Kind, known, required, text, whole } from "../checks/prop-kinds";
import { anyObject, listOf, type Shape } from "../checks/prop-shapes";
import { isToken, show } from "../checks/values";
import { cidrProblem } from "../network/cidr";
import { declare } from "../terraform/declare";
import { stableHash } from "../terraform/physical-name";
import { declareSecurityGroup, type SecurityGroupReference } from "../terraform/security-group";

/** Who may reach the load balancer. */
export interface AlbSecurityGroupProps {
  readonly vpcId: string;
  readonly allowedCidrs: readonly string[];
  /** Outbound rules that the account's quota allows in one group. */
  readonly rulesQuota: number;
}

const ALB_GROUP: Shape<AlbSecurityGroupProps> = {
  vpcId: required(filledText("vpc-missing", "give the id of the VPC")),
  allowedCidrs: required(known(listOf(text))),
  rulesQuota: required(known(whole(1, 1000, "quota-out-of-range"))),
};

const PORT = required(known(whole(1, 65535, "port-out-of-range")));
const PEER: Kind = {
  ...required(anyObject),
  id: "security-group-missing",
  must: "a security group",
  fix: "give the InstanceSecurityGroup",
};

const OUTBOUND_FIX = "share a security group among services, use a second load balancer, or raise the quota";

/**
 * The load balancer's security group. In: each listener's port from the allowed networks. Out: the ports of
 * the instances' groups, and nothing else.
 */
export class AlbSecurityGroup extends Construct implements SecurityGroupReference {
  public readonly securityGroupId: string;
  public readonly asPeer: SecurityGroupReference["asPeer"];
  private readonly props: AlbSecurityGroupProps;
  private readonly check: PropChecks;
  private readonly counts = { inbound: 0, outbound: 0 };
  private mayAskIdentityProvider = false;

  public constructor(scope: Construct, id: string, given: AlbSecurityGroupProps) {
    super(scope, id);
    this.check = new PropChecks(this);
    const props = this.check.props(given, ALB_GROUP);
    this.props = props;
    const description = "Application load balancer";
    const group = declare(this, () =>
      declareSecurityGroup(this, "group", { vpcId: props.vpcId, description }),
    );
    this.securityGroupId = group.securityGroupId;
    this.asPeer = group.asPeer;
    this.checkCidrs(props.allowedCidrs);
  }

  /** Admits the allowed networks to a listener's port. */
  public allowListener(given: number): void {
    const port = this.check.value("port", given, PORT);
    if (port === undefined) return;
    for (const cidr of new Set(this.props.allowedCidrs)) {
      const key = isToken(cidr) ? stableHash(this, cidr) : cidr.replaceAll("/", "-");
      const family = cidr.includes(":") && !isToken(cidr) ? { cidrIpv6: cidr } : { cidrIpv4: cidr };
      if (this.node.tryFindChild(`in-${port}-from-${key}`)) continue;
      this.count("inbound", "allow fewer networks, or raise the quota");
      const rule = {
        securityGroupId: this.securityGroupId,
        description: `Clients to the listener on port ${port}`,
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        ...family,
      };
      declare(this, () => new VpcSecurityGroupIngressRule(this, `in-${port}-from-${key}`, rule));
    }
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
    this.check.value(`port of ${show(id)}`, port, PORT);
    const peer = this.check.value(`security group of ${show(id)}`, Object(to).asPeer, PEER);
    this.count("outbound", OUTBOUND_FIX);
    return declare(
      scope,
      () =>
        new VpcSecurityGroupEgressRule(scope, id, {
          securityGroupId: this.securityGroupId,
          description: `Load balancer to targets on port ${port}`,
          ipProtocol: "tcp",
          fromPort: port,
          toPort: port,
          ...peer,
        }),
    );
  }

  /** Lets the load balancer ask an identity provider on the internet, which authenticate actions need. */
  public allowIdentityProvider(): void {
    if (this.mayAskIdentityProvider) return;
    this.mayAskIdentityProvider = true;
    this.count("outbound", OUTBOUND_FIX);
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

  /** Reported once, when the quota is passed. */
  private count(direction: "inbound" | "outbound", fix: string): void {
    this.counts[direction] += 1;
    const { rulesQuota } = this.props;
    if (this.counts[direction] !== rulesQuota + 1) return;
    const rule = `a security group must have at most ${rulesQuota} ${direction} rules, got more`;
    this.check.refuse("too-many-security-group-rules", `${rule}; ${fix}`);
  }

  private checkCidrs(cidrs: readonly string[] | undefined): void {
    if (cidrs?.length === 0) {
      const rule = "allowedCidrs must name a network, got []";
      this.check.refuse("allowed-cidrs-empty", `${rule}; nobody could reach it`);
    }
    for (const cidr of cidrs ?? []) {
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
