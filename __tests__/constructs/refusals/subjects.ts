import { type TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import {
  AccessLogBucket,
  AlbSecurityGroup,
  AlbWithTargetGroup,
  ApplicationListener,
  DomainCertificate,
  ExpressInstance,
  ExpressService,
  HealthCheckedTargetGroup,
  InstanceSecurityGroup,
  LabNetwork,
  LabStack,
  ServerLaunchTemplate,
  ServerRole,
  VpcFlowLogs,
} from "../../../constructs";
import { albIn, madeNetwork } from "../../support/synthesize";
import {
  albArn,
  attributes,
  certificateArn,
  cognito,
  conditions,
  groupArn,
  labProps,
  oidc,
  options,
  redirect,
  targetGroup,
  template,
  vpcId,
  zones,
} from "./sample-props";

/** A construct or a method with all of its props given and right. */
export interface Subject {
  readonly name: string;
  /** Props that are right together. */
  readonly props: (stack: TerraformStack) => object;
  readonly use: (stack: TerraformStack, props: never) => unknown;
}

const securedAlb = (stack: TerraformStack) => albIn(stack, { https: { certificateArn } });

function route(stack: TerraformStack, props: never): void {
  securedAlb(stack).addRoute("a", props);
}

const routes: Subject[] = [
  {
    name: "addRoute with cognito",
    props: () => ({
      priority: 10,
      conditions,
      action: {
        authenticate: { cognito },
        fixedResponse: { statusCode: 200, contentType: "text/plain", messageBody: "ok" },
      },
    }),
    use: route,
  },
  {
    name: "addRoute with oidc",
    props: (stack) => ({
      conditions: [{ sourceIp: ["10.0.0.0/24"] }],
      action: {
        authenticate: {
          oidc: { ...oidc, clientSecret: new TerraformVariable(stack, "secret", {}).stringValue },
        },
        redirect,
      },
    }),
    use: route,
  },
  {
    name: "addRoute with weights",
    props: () => ({
      conditions,
      action: {
        weightedForward: {
          targetGroups: [
            { targetGroup: { arn: groupArn, protocolVersion: "HTTP1" }, weight: 1 },
            { targetGroup: { arn: `${groupArn}0` }, weight: 0 },
          ],
          stickinessSeconds: 60,
        },
      },
    }),
    use: route,
  },
  {
    name: "addListener",
    props: () => ({
      port: 8443,
      protocol: "HTTPS",
      defaultAction: { forward: { arn: groupArn } },
      certificateArn,
      additionalCertificateArns: [certificateArn],
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      dependsOn: [],
    }),
    use: (stack, props) => albIn(stack).addListener("further", props),
  },
];

const services: Subject[] = [
  {
    name: "ExpressInstance",
    props: (stack) => {
      const alb = albIn(stack, { network: madeNetwork(stack) });
      return {
        ...options,
        alb,
        zone: "ap-northeast-2a",
        serverName: "one",
        first: false,
        targetGroup: alb.targetGroup,
        securityGroup: new InstanceSecurityGroup(stack, "instances", { alb, ports: [3000] }),
        launchTemplate: new ServerLaunchTemplate(stack, "template", {}),
        role: new ServerRole(stack, "role"),
      };
    },
    use: (stack, props) => new ExpressInstance(stack, "server", props),
  },
  {
    name: "ExpressInstance with its own template",
    props: (stack) => ({
      ...template,
      alb: albIn(stack, { network: madeNetwork(stack) }),
      zone: "ap-northeast-2a",
      serverName: "one",
    }),
    use: (stack, props) => new ExpressInstance(stack, "server", props),
  },
  {
    name: "ExpressService",
    props: (stack) => {
      const alb = albIn(stack, { network: madeNetwork(stack), https: { certificateArn } });
      return {
        ...options,
        ...template,
        alb,
        route: {
          pathPrefix: "/api",
          hosts: ["api.example.com"],
          conditions: [{ httpRequestMethod: ["GET"] }],
          priority: 10,
          authenticate: { cognito },
        },
        serverNames: ["api-1", "api-2"],
        instances: 2,
        targetGroup,
        securityGroup: new InstanceSecurityGroup(stack, "instances", { alb, ports: [3000] }),
      };
    },
    use: (stack, props) => new ExpressService(stack, "api", props),
  },
];

const simple: Subject[] = [
  {
    name: "HealthCheckedTargetGroup",
    props: () => ({ vpcId, ...targetGroup }),
    use: (stack, props) => new HealthCheckedTargetGroup(stack, "targets", props),
  },
  {
    name: "register",
    props: () => ({ targetKey: "one", targetId: "i-0123456789abcdef0" }),
    use: (stack, props) => new HealthCheckedTargetGroup(stack, "targets", { vpcId }).register(props),
  },
  {
    name: "LabNetwork",
    props: () => ({ zones, cidr: "10.0.0.0/16", privateSubnets: true, natGateways: "one" }),
    use: (stack, props) => new LabNetwork(stack, "network", props),
  },
  {
    name: "LabNetwork.fromExisting",
    props: () => ({
      vpcId,
      publicSubnets: [{ zone: "ap-northeast-2a", subnetId: "subnet-0a" }],
      privateSubnets: [{ zone: "ap-northeast-2c", subnetId: "subnet-0c" }],
    }),
    use: (stack, props) => LabNetwork.fromExisting(stack, "network", props),
  },
  {
    name: "AlbWithTargetGroup",
    props: (stack) => ({
      ...attributes,
      network: madeNetwork(stack),
      internal: false,
      ipAddressType: "ipv4",
      allowedCidrs: ["10.0.0.0/8"],
      https: {
        domainName: "lab.example.com",
        hostedZoneId: "Z2FDTNDATAQYW2",
        alternativeNames: ["www.example.com"],
        sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
        redirectHttp: true,
        additionalCertificateArns: [certificateArn],
      },
      targetGroup,
      nameStem: "lab",
      quotas: { rules: 100, securityGroupRules: 60 },
    }),
    use: (stack, props) => new AlbWithTargetGroup(stack, "alb", props),
  },
  {
    name: "AlbWithTargetGroup with a default action",
    props: (stack) => ({ network: madeNetwork(stack), defaultAction: { redirect } }),
    use: (stack, props) => new AlbWithTargetGroup(stack, "alb", props),
  },
  {
    name: "ApplicationListener",
    props: () => ({ loadBalancerArn: albArn, port: 80, protocol: "HTTP", defaultAction: { redirect } }),
    use: (stack, props) => new ApplicationListener(stack, "http", props),
  },
  {
    name: "AlbSecurityGroup",
    props: () => ({ vpcId, allowedCidrs: ["10.0.0.0/8", "::/0"], rulesQuota: 60 }),
    use: (stack, props) => new AlbSecurityGroup(stack, "group", props).allowListener(80),
  },
  {
    name: "InstanceSecurityGroup",
    props: (stack) => ({ alb: albIn(stack), ports: [3000, 3001] }),
    use: (stack, props) => new InstanceSecurityGroup(stack, "instances", props),
  },
  {
    name: "ServerLaunchTemplate",
    props: () => template,
    use: (stack, props) => new ServerLaunchTemplate(stack, "template", props),
  },
  {
    name: "AccessLogBucket",
    props: () => ({
      region: "ap-northeast-2",
      account: "123456789012",
      retentionDays: 30,
      deleteWithLogs: true,
      prefix: "alb",
    }),
    use: (stack, props) => new AccessLogBucket(stack, "logs", props),
  },
  {
    name: "VpcFlowLogs",
    props: () => ({ vpcId, retentionDays: 30 }),
    use: (stack, props) => new VpcFlowLogs(stack, "logs", props),
  },
  {
    name: "DomainCertificate",
    props: () => ({
      domainName: "lab.example.com",
      hostedZoneId: "Z2FDTNDATAQYW2",
      alternativeNames: ["www.example.com"],
    }),
    use: (stack, props) => new DomainCertificate(stack, "certificate", props),
  },
  { name: "LabStack", props: () => labProps, use: (_, props) => props },
];

/** Everything that takes props. */
export const subjects: readonly Subject[] = [...simple, ...routes, ...services];

/** Declares the subject with these props; a lab stands for itself, everything else in the given stack. */
export function declareSubject(
  { name, use }: Subject,
  stack: TerraformStack,
  props: unknown,
): TerraformStack {
  if (name === "LabStack") return new LabStack(stack.node.root as Construct, "lab-dev", props as never);
  use(stack, props as never);
  return stack;
}
