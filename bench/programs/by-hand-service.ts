import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { LbTargetGroupAttachment } from "@cdktf/provider-aws/lib/lb-target-group-attachment";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { TerraformStack } from "cdktf";
import { declareInstance, declareLaunchTemplate, declareRole } from "./by-hand-instance";
import type { LoadBalancer } from "./by-hand-load-balancer";
import type { Network } from "./by-hand-network";

interface ServiceProps {
  readonly network: Network;
  readonly alb: LoadBalancer;
  readonly priority: number;
}

export function declareService(
  stack: TerraformStack,
  name: string,
  { network, alb, priority }: ServiceProps,
): void {
  const group = declareTargetGroup(stack, name, network);
  const securityGroup = declareSecurityGroup(stack, name, network);
  const outHttps = declareSecurityGroupRules(stack, name, alb.securityGroup, securityGroup);
  const template = declareLaunchTemplate(stack, name);
  const role = declareRole(stack, name);
  network.private.subnets.forEach((subnet, index) => {
    const instance = declareInstance(stack, `${name}-${index + 1}`, {
      subnet,
      securityGroup,
      template,
      profile: role.profile,
      basePath: `/${name}`,
      dependsOn: [...network.private.access, outHttps, role.policy],
    });
    new LbTargetGroupAttachment(stack, `${name}-target-${index + 1}`, {
      targetGroupArn: group.arn,
      targetId: instance.id,
      port: 3000,
    });
  });
  new LbListenerRule(stack, `${name}-rule`, {
    listenerArn: alb.listener.arn,
    priority,
    condition: [{ pathPattern: { values: [`/${name}`, `/${name}/*`] } }],
    action: [{ type: "forward", targetGroupArn: group.arn }],
  });
}

function declareTargetGroup(stack: TerraformStack, name: string, network: Network): LbTargetGroup {
  return new LbTargetGroup(stack, `${name}-targets`, {
    name,
    port: 3000,
    protocol: "HTTP",
    protocolVersion: "HTTP1",
    targetType: "instance",
    vpcId: network.vpc.id,
    healthCheck: {
      enabled: true,
      path: "/health",
      port: "traffic-port",
      protocol: "HTTP",
      interval: 30,
      timeout: 5,
      healthyThreshold: 5,
      unhealthyThreshold: 2,
      matcher: "200",
    },
    deregistrationDelay: "30",
    loadBalancingAlgorithmType: "round_robin",
    loadBalancingAnomalyMitigation: "off",
    loadBalancingCrossZoneEnabled: "use_load_balancer_configuration",
    slowStart: 0,
    stickiness: { enabled: false, type: "lb_cookie", cookieDuration: 86400 },
    lifecycle: { createBeforeDestroy: true },
  });
}

function declareSecurityGroup(stack: TerraformStack, name: string, network: Network): SecurityGroup {
  return new SecurityGroup(stack, `${name}-sg`, {
    namePrefix: `${name}-`,
    description: "Instances behind an application load balancer",
    vpcId: network.vpc.id,
    revokeRulesOnDelete: true,
    tags: { Name: name },
    lifecycle: { createBeforeDestroy: true },
  });
}

function declareSecurityGroupRules(
  stack: TerraformStack,
  name: string,
  albSecurityGroup: SecurityGroup,
  securityGroup: SecurityGroup,
): VpcSecurityGroupEgressRule {
  const traffic = { ipProtocol: "tcp", fromPort: 3000, toPort: 3000 };
  new VpcSecurityGroupEgressRule(stack, `${name}-alb-out`, {
    ...traffic,
    securityGroupId: albSecurityGroup.id,
    description: "Load balancer to targets on port 3000",
    referencedSecurityGroupId: securityGroup.id,
    lifecycle: { ignoreChanges: ["description"] },
  });
  new VpcSecurityGroupIngressRule(stack, `${name}-in`, {
    ...traffic,
    securityGroupId: securityGroup.id,
    description: "Load balancer to the server on port 3000",
    referencedSecurityGroupId: albSecurityGroup.id,
    lifecycle: { ignoreChanges: ["description"] },
  });
  return new VpcSecurityGroupEgressRule(stack, `${name}-out-https`, {
    securityGroupId: securityGroup.id,
    description: "Package repositories and Session Manager over HTTPS",
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrIpv4: "0.0.0.0/0",
  });
}
