import { type TerraformStack, TerraformVariable } from "cdktf";
import {
  AlbWithTargetGroup,
  ExpressInstance,
  ExpressService,
  InstanceSecurityGroup,
  ServerLaunchTemplate,
} from "../../../constructs";
import { albIn, madeNetwork } from "../../support/synthesize";
import type { Case } from "./cases";

const server = (props: object) => (stack: TerraformStack) =>
  void new ExpressInstance(stack, "server", {
    alb: albIn(stack, { network: madeNetwork(stack) }),
    zone: "ap-northeast-2a",
    serverName: "one",
    ...props,
  });
const atServer = (message: string) => `lab/server: ${message}`;
const service = (props: object) => (stack: TerraformStack) =>
  void new ExpressService(stack, "web", { alb: albIn(stack, { network: madeNetwork(stack) }), ...props });
const atService = (message: string) => `lab/web: ${message}`;
const names = (message: string) => atService(`serverNames${message}`);
const NAME = "must be 1 to 63 letters, digits or hyphens";

/** What is refused on a server. Facts: B63, B75-B80, B81. */
export const serverCases: readonly Case[] = [
  [
    "construct-expected",
    atServer("alb must be an AlbWithTargetGroup, got nothing; make one and give it"),
    (stack) => void new ExpressInstance(stack, "server", {} as never),
  ],
  [
    "construct-expected",
    "lab/instances: alb must be an AlbWithTargetGroup, got {}; make one and give it",
    (stack) => void new InstanceSecurityGroup(stack, "instances", { alb: {} as never, ports: [80] }),
  ],
  [
    "zone-without-subnet",
    atServer(
      'zone must be one with a public subnet (ap-northeast-2a, ap-northeast-2c), got "ap-northeast-2b"; choose one of these or add the zone to the network',
    ),
    server({ zone: "ap-northeast-2b" }),
  ],
  [
    "instance-type-malformed",
    atServer('instanceType must be of the form family.size, got "t3.huge"; such as t3.micro'),
    server({ instanceType: "t3.huge" }),
  ],
  [
    "instance-type-architecture",
    atServer(
      'instanceType must be a type for x86_64, got "t4g.micro", which is arm64; use t3.micro or set architecture',
    ),
    server({ instanceType: "t4g.micro" }),
  ],
  [
    "instance-type-previous-generation",
    atServer('instanceType must be of a current generation, got "t2.micro"; use a type of t3 or t4g'),
    server({ instanceType: "t2.micro" }),
  ],
  [
    "launch-template-option",
    atServer(
      'imageId must be absent beside a launchTemplate, got "ami-0123456789abcdef0"; give it to the launch template',
    ),
    (stack) => {
      const launchTemplate = new ServerLaunchTemplate(stack, "template");
      server({ launchTemplate, imageId: "ami-0123456789abcdef0" })(stack);
    },
  ],
  [
    "architecture-unknown",
    'lab/server/launch-template: architecture must be x86_64 or arm64, got "x86"; choose one of these',
    server({ architecture: "x86" }),
  ],
  [
    "image-id-malformed",
    'lab/template: imageId must be the id of a machine image, got "ami"; leave it out for the newest Amazon Linux 2023',
    (stack) => void new ServerLaunchTemplate(stack, "template", { imageId: "ami" }),
  ],
  [
    "root-volume-size",
    "lab/template: rootVolumeGib must be a whole number from 8 to 16384, got 7; give a number in that range",
    (stack) => void new ServerLaunchTemplate(stack, "template", { rootVolumeGib: 7 }),
  ],
  [
    "node-major-unknown",
    atServer("nodeMajor must be 22 or 24, got 18; choose one of these"),
    server({ nodeMajor: 18 }),
  ],
  [
    "number-expected",
    atServer('drainSeconds must be a number, got "10"; write it without quotes'),
    server({ drainSeconds: "10" }),
  ],
  [
    "server-drain-invalid",
    atServer(
      "drainSeconds must be a number of seconds from 0 to 3600 with at most 3 decimals, got -1; choose another value",
    ),
    server({ drainSeconds: -1 }),
  ],
  [
    "server-name-invalid",
    atServer(`serverName ${NAME}, got ";" at position 4; rename the server`),
    server({ serverName: 'one;"$(id)`' }),
  ],
  [
    "server-base-path-invalid",
    atServer(
      'basePath must start with / and hold only letters, digits and / . _ ~ % + @ : -, got "api"; write it like /api',
    ),
    server({ basePath: "api" }),
  ],
  [
    "server-health-path-is-base-path",
    atServer(
      'healthPath must differ from basePath, or one of them never answers, got "/health" for both; change one of them',
    ),
    server({ basePath: "/health" }),
  ],
  [
    "server-health-path-invalid",
    atServer(
      'healthPath must start with / and hold only letters, digits and / . _ ~ % + @ : -, got "(" at position 2; leave that out',
    ),
    (stack) => {
      const alb = albIn(stack, {
        network: madeNetwork(stack),
        targetGroup: { healthCheck: { path: "/(up)" } },
      });
      new ExpressInstance(stack, "server", { alb, zone: "ap-northeast-2a", serverName: "one" });
    },
  ],
  [
    "unknown-at-synth",
    atServer("serverName must be known at synth, got a token; give a literal"),
    (stack) => server({ serverName: new TerraformVariable(stack, "name", {}).stringValue })(stack),
  ],
];

/** What is refused on a service. Facts: B38, B75, B80, B81. */
export const serviceCases: readonly Case[] = [
  [
    "instance-count",
    atService("instances must be a whole number from 1 to 1000, got 0; give a number in that range"),
    service({ instances: 0 }),
  ],
  [
    "instance-count-and-names",
    names(" must name every instance, got 1 names and 2 instances; leave instances out"),
    service({ instances: 2, serverNames: ["a"] }),
  ],
  [
    "no-servers",
    names(" must be a list of at least one name, got []; write its items between brackets"),
    service({ serverNames: [] }),
  ],
  [
    "server-declared-twice",
    names(' must differ in more than letter case, got "web" and "WEB"; rename one'),
    service({ serverNames: ["web", "WEB"] }),
  ],
  [
    "server-name-invalid",
    names(`[0] ${NAME}, got "\\"; rm -rf /"; rename the server`),
    service({ serverNames: ['"; rm -rf /'] }),
  ],
  [
    "server-name-invalid",
    names(`[0] ${NAME}, got "<img onerror=alert(1)>"; rename the server`),
    service({ serverNames: ["<img onerror=alert(1)>"] }),
  ],
  [
    "server-name-invalid",
    names(`[0] ${NAME}, got "\${self.id}"; rename the server`),
    service({ serverNames: ["${self.id}"] }),
  ],
  [
    "server-name-invalid",
    names(`[0] ${NAME}, got "a\\nEOF"; rename the server`),
    service({ serverNames: ["a\nEOF"] }),
  ],
  [
    "name-taken",
    atService('a server\'s name must be a name not used here yet, got "role"; rename it'),
    service({ serverNames: ["role"] }),
  ],
  [
    "service-target-group",
    atService("targetGroup must be absent without a route, got one; give it to the load balancer"),
    service({ targetGroup: {} }),
  ],
  [
    "path-prefix-malformed",
    atService(
      'route.pathPrefix must be a normal absolute path of at most 126 letters, digits and - . _ ~ + @ : between slashes, got "/../admin"; write it as /api; for wildcards use conditions',
    ),
    service({ route: { pathPrefix: "/../admin" } }),
  ],
  [
    "object-expected",
    atService('route must be an object, got "/api"; write its props between braces'),
    service({ route: "/api" }),
  ],
  [
    "conditions-missing",
    "lab/alb/http/web: conditions must be a list of at least one condition, got []; add one",
    service({ route: {} }),
  ],
  [
    "construct-expected",
    atService('securityGroup must be an InstanceSecurityGroup, got "sg-1"; make one and give it'),
    service({ securityGroup: "sg-1" }),
  ],
  [
    "too-many-security-group-rules",
    "lab/alb/security-group: a security group must have at most 2 outbound rules, got more; share a security group among services, use a second load balancer, or raise the quota",
    (stack) => {
      const alb = new AlbWithTargetGroup(stack, "alb", {
        network: madeNetwork(stack),
        quotas: { securityGroupRules: 2 },
      });
      for (const port of [1, 2, 3, 4])
        new InstanceSecurityGroup(stack, `group-${port}`, { alb, ports: [port] });
    },
  ],
];
