import type { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { HealthCheckedTargetGroup, LabStack } from "../../../constructs";
import { albIn } from "../../support/synthesize";
import { type Case, vpcId } from "./cases";
import { labProps } from "./sample-props";

const lab = (props: object) => (stack: TerraformStack) =>
  void new LabStack(stack.node.root as Construct, "lab-dev", { ...labProps, ...props } as never);
const at = (message: string) => `lab-dev: ${message}`;
const [web, api] = labProps.services;
const tag = (key: string, value: unknown = "x") => lab({ tags: { [key]: value } });
const TAG = "letters, digits, spaces or _ . : / = + - @";
const many = (count: number) => Array.from({ length: count }, (_, index) => index);
const routes = (count: number) => (stack: TerraformStack) => {
  const alb = albIn(stack);
  for (const index of many(count)) {
    const conditions = [{ pathPattern: [`/${index}`] }];
    alb.addRoute(`r${index}`, {
      conditions,
      action: { fixedResponse: { statusCode: 200 } },
      priority: index + 1,
    });
  }
};
const groups = (count: number) => (stack: TerraformStack) => {
  const alb = albIn(stack, { quotas: { rules: 200 } });
  for (const index of many(count)) {
    const forward = new HealthCheckedTargetGroup(stack, `group-${index}`, { vpcId });
    alb.addRoute(`r${index}`, {
      conditions: [{ pathPattern: [`/${index}`] }],
      action: { forward },
      priority: index + 1,
    });
  }
};

/** What is refused on a whole lab, and what grows too large. Facts: B31, B71, B72, B76, B79-B81, B85, B89, N9, N22, N25. */
export const labCases: readonly Case[] = [
  [
    "stack-name",
    at('name must be the stack\'s id, got "prod"; give the values of lab-dev'),
    lab({ name: "prod" }),
  ],
  [
    "region-malformed",
    at('region must be a region, got "seoul"; write it as ap-northeast-2'),
    lab({ region: "seoul" }),
  ],
  [
    "account-malformed",
    at(
      'account must be an account id: a text of 12 digits, got "1234"; copy it from the account\'s settings',
    ),
    lab({ account: "1234" }),
  ],
  [
    "zone-of-another-region",
    at('zones must be of ap-northeast-2, got "us-east-1a"; name zones of ap-northeast-2'),
    lab({ zones: ["us-east-1a", "us-east-1b"] }),
  ],
  ["prop-missing", at("vpcCidr must be given, got nothing; give it"), lab({ vpcCidr: undefined })],
  [
    "flag-expected",
    at("internal must be true or false, got nothing; write it without quotes"),
    lab({ internal: undefined }),
  ],
  [
    "nat-gateways-unknown",
    at('natGateways must be none, one or per-zone, got "both"; choose one of these'),
    lab({ natGateways: "both" }),
  ],
  [
    "log-retention",
    at(
      "accessLogs.retentionDays must be a whole number from 1 to 3650, got nothing; give a number in that range",
    ),
    lab({ accessLogs: {} }),
  ],
  ["no-services", at("services must name at least one service, got []; give one"), lab({ services: [] })],
  [
    "list-expected",
    at("services must be a list, got nothing; write its items between brackets"),
    lab({ services: undefined }),
  ],
  [
    "service-name",
    at(
      'services[0].name must be 1 to 58 letters, digits or hyphens, a letter first, got "../admin"; rename the service',
    ),
    lab({ services: [{ ...web, name: "../admin" }] }),
  ],
  [
    "service-name",
    at(
      'services[0].name must be 1 to 58 letters, digits or hyphens, a letter first, got "__proto__"; rename the service',
    ),
    lab({ services: [{ ...web, name: "__proto__" }] }),
  ],
  [
    "service-declared-twice",
    at('services must differ in name by more than letter case, got "API" twice; rename one'),
    lab({ services: [web, api, { ...api, name: "API", pathPrefix: "/other" }] }),
  ],
  [
    "default-service-twice",
    at("only one service may have neither pathPrefix nor hosts, got web and shop; route the others"),
    lab({ services: [web, { ...web, name: "shop" }] }),
  ],
  [
    "name-taken",
    at('a service\'s name must be a name not used here yet, got "network"; rename it'),
    lab({ services: [{ ...web, name: "network" }] }),
  ],
  [
    "name-taken",
    at('a service\'s name must be a name not used here yet, got "constructor"; rename it'),
    lab({ services: [{ ...web, name: "constructor" }] }),
  ],
  [
    "prop-unknown",
    at('services[0] must hold known props only, got "pathprefix"; did you mean pathPrefix'),
    lab({ services: [{ ...web, pathprefix: "/a" }] }),
  ],
  [
    "prop-unknown",
    at('props must hold known props only, got "vpcCIDRs"; did you mean vpcCidr'),
    lab({ vpcCIDRs: [] }),
  ],
  [
    "state-bucket",
    at(
      'stateBucket.bucket must be the name of a bucket: 3 to 63 lower-case letters, digits, hyphens or dots, got "My_Bucket"; name a bucket that exists',
    ),
    lab({ stateBucket: { bucket: "My_Bucket" } }),
  ],
  [
    "state-key",
    at(
      'stateBucket.key must be an object key of 1 to 1024 characters without a leading slash, got "/a"; write it as alb-lab/dev.tfstate',
    ),
    lab({ stateBucket: { bucket: "state", key: "/a" } }),
  ],
  ["tag-refused", at('tags must not start with aws:, got "aws:x"; rename it'), tag("aws:x")],
  [
    "tag-refused",
    at('tags must not repeat a tag that is always set, got "project"; leave it out'),
    tag("project"),
  ],
  [
    "tag-refused",
    at('tags must not repeat a tag that is always set, got "__proto__"; leave it out'),
    lab({ tags: JSON.parse('{"__proto__": "x"}') }),
  ],
  ["tag-refused", at(`tags must be named by 1 to 128 ${TAG}, got "\${x}"; rename it`), tag("${x}")],
  [
    "tag-refused",
    at(`tags must hold at most 256 ${TAG}, got "a\\nb" for "Team"; change it`),
    tag("Team", "a\nb"),
  ],
  [
    "tag-refused",
    at('tags must hold no secret, got what looks like one for "Team"; use a parameter store'),
    tag("Team", "AKIAABCDEFGHIJKLMNOP"),
  ],
  [
    "text-expected",
    at('tags["Team"] must be a text, got 5; write it in quotes or leave it out'),
    tag("Team", 5),
  ],
  [
    "too-many-tags",
    at("tags must be at most 40, got 41; AWS takes 50 in all"),
    lab({ tags: Object.fromEntries(many(41).map((index) => [`T${index}`, "x"])) }),
  ],
  [
    "move-address",
    at(
      'moves[0].from must be the address of a resource, got "old"; write it as aws_lb.alb_load-balancer_1A2B3C4D',
    ),
    lab({ moves: [{ from: "old", to: "aws_lb.new" }] }),
  ],
  [
    "too-many-rules",
    "lab/alb: a load balancer must have at most 100 rules, got more; use a second load balancer, or raise the quota and say so in quotas.rules",
    routes(102),
  ],
  [
    "too-many-target-groups",
    "lab/alb: a load balancer must have at most 100 target groups, got more; use a second load balancer",
    groups(101),
  ],
];
