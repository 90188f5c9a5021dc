import type { TerraformStack } from "cdktf";
import {
  AlbWithTargetGroup,
  ExpressInstance,
  ExpressService,
  HealthCheckedTargetGroup,
  type HealthCheckedTargetGroupProps,
  InstanceSecurityGroup,
} from "../../../constructs";
import { albIn, madeNetwork } from "../../support/synthesize";
import { type Case, vpcId } from "./cases";

const at = (message: string) => `lab/targets: ${message}`;
const place = { zone: "ap-northeast-2a", serverName: "one" };
/** A server of the default target group, registered with another one. */
const registered =
  (props: Partial<HealthCheckedTargetGroupProps>, port?: number) => (stack: TerraformStack) => {
    const alb = albIn(stack, { network: madeNetwork(stack) });
    const targets = new HealthCheckedTargetGroup(stack, "targets", { vpcId, ...props });
    targets.register(new ExpressInstance(stack, "server", { ...place, alb }), { port });
  };
/** A server whose own target group is this one. */
const serving = (props: Partial<HealthCheckedTargetGroupProps>) => (stack: TerraformStack) => {
  const alb = albIn(stack, { network: madeNetwork(stack) });
  const targetGroup = new HealthCheckedTargetGroup(stack, "targets", { vpcId, ...props });
  new ExpressInstance(stack, "server", { ...place, alb, targetGroup });
};
const notServed = (prop: string, must: string, got: string, fix = "leave it out") =>
  at(`${prop} must ${must} in a target group of Express servers, got "${got}"; ${fix}`);
const twoAlbs = (stack: TerraformStack) => {
  const network = madeNetwork(stack);
  return { alb: albIn(stack, { network }), other: new AlbWithTargetGroup(stack, "other", { network }) };
};
const path = [{ pathPattern: ["/a"] }];
const anotherAlb = (group: string) =>
  `lab/other: a target group must be behind one load balancer, got ${group}, which lab/alb uses; make another for this one`;

/** What is refused where a target group meets targets, servers and load balancers. Facts: B38, H11, R51. */
export const registrationCases: readonly Case[] = [
  [
    "target-key",
    at("targetKey must be a text that is not empty, got nothing; give the target a name of its own"),
    (stack) =>
      void new HealthCheckedTargetGroup(stack, "targets", { vpcId }).register({
        targetId: "i-0123456789abcdef0",
      } as never),
  ],
  [
    "target-id",
    at('targetId of "one" must be the id of an instance, got "10.0.0.5"; give it as i-0123456789abcdef0'),
    (stack) =>
      void new HealthCheckedTargetGroup(stack, "targets", { vpcId }).register({
        targetKey: "one",
        targetId: "10.0.0.5",
      }),
  ],
  [
    "target-id",
    at('targetId of "one" must be an IP address, got "i-0123456789abcdef0"; give it as 10.0.0.5'),
    (stack) =>
      void new HealthCheckedTargetGroup(stack, "targets", { vpcId, targetType: "ip" }).register({
        targetKey: "one",
        targetId: "i-0123456789abcdef0",
      }),
  ],
  [
    "target-declared-twice",
    at('target "ONE" must be registered once, got it twice; give each target a name of its own'),
    (stack) => {
      const targets = new HealthCheckedTargetGroup(stack, "targets", { vpcId });
      for (const targetKey of ["one", "ONE"])
        targets.register({ targetKey, targetId: "i-0123456789abcdef0" });
    },
  ],
  [
    "target-port-not-served",
    at(
      'target "one" must be registered on a port that it serves (3000), got 4000; give the instance this group as its targetGroup, or register it on 3000',
    ),
    registered({ port: 4000 }),
  ],
  [
    "target-port-not-served",
    at(
      'target "one" must be registered on a port that it serves (3000), got 5000; give the instance this group as its targetGroup, or register it on 3000',
    ),
    registered({}, 5000),
  ],
  [
    "target-port-not-served",
    at(
      'target "one" must serve the health check\'s port, got 3001 beside 3000; give the instance this group as its targetGroup, or leave healthCheck.port out',
    ),
    registered({ healthCheck: { port: 3001 } }),
  ],
  ["target-group-not-served", notServed("protocol", "be HTTP", "HTTPS"), serving({ protocol: "HTTPS" })],
  [
    "target-group-not-served",
    notServed("protocolVersion", "be HTTP1", "GRPC"),
    serving({ protocolVersion: "GRPC" }),
  ],
  ["target-group-not-served", notServed("targetType", "be instance", "ip"), serving({ targetType: "ip" })],
  [
    "target-group-not-served",
    notServed("healthCheck.protocol", "be HTTP", "HTTPS"),
    serving({ healthCheck: { protocol: "HTTPS" } }),
  ],
  [
    "target-group-not-served",
    notServed("healthCheck.matcher", "include 200", "201-299,404", "add 200"),
    serving({ healthCheck: { matcher: "201-299,404" } }),
  ],
  [
    "security-group-lacks-port",
    "lab/server: securityGroup must admit port 3000, got 4000; add it to the security group's ports",
    (stack) => {
      const alb = albIn(stack, { network: madeNetwork(stack) });
      const securityGroup = new InstanceSecurityGroup(stack, "instances", { alb, ports: [4000] });
      new ExpressInstance(stack, "server", { ...place, alb, securityGroup });
    },
  ],
  [
    "security-group-lacks-port",
    "lab/web: securityGroup must admit port 3001, got 3000; add it to the security group's ports",
    (stack) => {
      const targetGroup = { healthCheck: { port: 3001 } };
      const alb = albIn(stack, { network: madeNetwork(stack), targetGroup });
      const securityGroup = new InstanceSecurityGroup(stack, "instances", { alb, ports: [3000] });
      new ExpressService(stack, "web", { alb, securityGroup });
    },
  ],
  [
    "security-group-of-another-alb",
    "lab/web: securityGroup must be of lab/alb, got one of lab/other; make one for lab/alb",
    (stack) => {
      const { alb, other } = twoAlbs(stack);
      const securityGroup = new InstanceSecurityGroup(stack, "instances", { alb: other, ports: [3000] });
      new ExpressService(stack, "web", { alb, securityGroup });
    },
  ],
  [
    "target-group-of-another-alb",
    anotherAlb("lab/alb/targets"),
    (stack) => {
      const { alb, other } = twoAlbs(stack);
      other.addRoute("a", { conditions: path, action: { forward: alb.targetGroup } });
    },
  ],
  [
    "target-group-of-another-alb",
    anotherAlb("lab/targets"),
    (stack) => {
      const { alb, other } = twoAlbs(stack);
      const targetGroup = new HealthCheckedTargetGroup(stack, "targets", { vpcId });
      const shares = [targetGroup, other.targetGroup].map((group) => ({ targetGroup: group, weight: 1 }));
      alb.addRoute("a", { conditions: path, action: { forward: targetGroup } });
      other.addRoute("a", { conditions: path, action: { weightedForward: { targetGroups: shares } } });
    },
  ],
];
