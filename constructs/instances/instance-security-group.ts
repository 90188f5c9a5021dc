import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { AlbWithTargetGroup } from "../alb-with-target-group";
import { PropChecks } from "../checks/prop-checks";
import { instanceOf, known, required, whole } from "../checks/prop-kinds";
import { listOf, type Shape } from "../checks/prop-shapes";
import { declare } from "../terraform/declare";
import { declareSecurityGroup, type SecurityGroupReference } from "../terraform/security-group";

/** What the instances of a service may be reached on. */
export interface InstanceSecurityGroupProps {
  /** The only one who may reach the instances. */
  readonly alb: AlbWithTargetGroup;
  /** Ports on which the instances serve, such as the traffic port and a separate health-check port. */
  readonly ports: readonly number[];
}

const INSTANCE_GROUP: Shape<InstanceSecurityGroupProps> = {
  alb: required(instanceOf(AlbWithTargetGroup)),
  ports: required(known(listOf(known(whole(1, 65535, "port-out-of-range"))))),
};

/**
 * One security group for all instances of a service. In: the given ports, from the load balancer's group only;
 * there is no SSH, Session Manager is there instead. Out: HTTPS, to install the server and to reach Session
 * Manager. The load balancer's group is allowed to reach the same ports.
 */
export class InstanceSecurityGroup extends Construct implements SecurityGroupReference {
  public readonly securityGroupId: string;
  public readonly asPeer: SecurityGroupReference["asPeer"];
  /** The load balancer that may reach the instances. */
  public readonly alb: AlbWithTargetGroup;
  /** Ports on which it may reach them. */
  public readonly ports: readonly number[];
  /** What must exist before an instance can download anything. */
  public readonly access: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, given: InstanceSecurityGroupProps) {
    super(scope, id);
    const check = new PropChecks(this);
    const props = check.props(given, INSTANCE_GROUP);
    if (!props.alb) check.stop();
    this.alb = props.alb;
    this.ports = [...new Set(props.ports ?? [])];
    const { vpcId } = props.alb.network;
    const description = "Instances behind an application load balancer";
    const group = declare(this, () => declareSecurityGroup(this, "group", { vpcId, description }));
    const { securityGroupId } = group;
    this.securityGroupId = securityGroupId;
    this.asPeer = group.asPeer;
    for (const port of this.ports) {
      props.alb.securityGroup.allowOut(this, `alb-out-${port}`, port, group);
      const rule = {
        securityGroupId,
        description: `Load balancer to the server on port ${port}`,
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        ...props.alb.securityGroup.asPeer,
      };
      const key = `in-${port}-from-${props.alb.node.id}`;
      declare(this, () => new VpcSecurityGroupIngressRule(this, key, rule));
    }
    const https = {
      securityGroupId,
      description: "Package repositories and Session Manager over HTTPS",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
    };
    this.access = declare(this, () => [new VpcSecurityGroupEgressRule(this, "out-https", https)]);
  }
}
