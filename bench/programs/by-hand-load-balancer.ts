import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { TerraformStack } from "cdktf";
import type { Network } from "./by-hand-network";

export interface LoadBalancer {
  readonly securityGroup: SecurityGroup;
  readonly listener: LbListener;
}

export function declareLoadBalancer(stack: TerraformStack, name: string, network: Network): LoadBalancer {
  const securityGroup = new SecurityGroup(stack, `${name}-sg`, {
    namePrefix: `${name}-`,
    description: "Application load balancer",
    vpcId: network.vpc.id,
    revokeRulesOnDelete: true,
    tags: { Name: name },
    lifecycle: { createBeforeDestroy: true },
  });
  new VpcSecurityGroupIngressRule(stack, `${name}-in`, {
    securityGroupId: securityGroup.id,
    description: "Clients to the listener on port 80",
    ipProtocol: "tcp",
    fromPort: 80,
    toPort: 80,
    cidrIpv4: "0.0.0.0/0",
  });
  const lb = new Lb(stack, name, {
    name,
    loadBalancerType: "application",
    internal: false,
    ipAddressType: "ipv4",
    securityGroups: [securityGroup.id],
    subnets: network.public.subnets.map((subnet) => subnet.id),
    idleTimeout: 60,
    clientKeepAlive: 3600,
    desyncMitigationMode: "defensive",
    dropInvalidHeaderFields: true,
    preserveHostHeader: false,
    enableTlsVersionAndCipherSuiteHeaders: false,
    enableXffClientPort: false,
    xffHeaderProcessingMode: "append",
    enableHttp2: true,
    enableWafFailOpen: false,
    enableZonalShift: false,
    enableDeletionProtection: false,
    dependsOn: network.public.access,
  });
  const listener = new LbListener(stack, `${name}-listener`, {
    loadBalancerArn: lb.arn,
    port: 80,
    protocol: "HTTP",
    defaultAction: [
      {
        type: "fixed-response",
        fixedResponse: { statusCode: "404", contentType: "text/plain", messageBody: "Not Found" },
      },
    ],
  });
  return { securityGroup, listener };
}
