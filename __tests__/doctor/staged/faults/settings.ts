import { checked, rarelyChecked } from "../../../local/conformance/connected-lab";
import { labTopology } from "../../../local/lab/lab-config";
import { ask, askTimes, urlOf } from "../../../local/lab/run-lab";
import { configOf, type Fault } from "../../support/fault";
import { answer, foreign, pathTo, secured } from "../../support/resources";
import { fine, hanging } from "../../support/servers";

const one = { one: fine };
const shopFunction = "arn:aws:lambda:eu-central-1:123456789012:function:shop";
const attached = (target_id: string) => ({
  target_group_arn: "${aws_lb_target_group.web.arn}",
  target_id,
});

/** Terraform arguments at fault; the servers are fine. */
export const settingFaults: readonly Fault[] = [
  {
    name: "a target whose security group does not admit the load balancer [U6, U31]",
    servers: one,
    config: secured({ target: [] }),
    reasons: { one: "Target.Timeout" },
    says: ["target-security-group-closed: one"],
  },
  {
    name: "a target whose security group admits another port [U6, U31]",
    servers: one,
    config: secured({ target: [80], out: [80, 3000] }),
    reasons: { one: "Target.Timeout" },
    says: ["target-security-group-closed: one"],
  },
  {
    name: "a load balancer that is not let out to its targets [U7, U31]",
    servers: one,
    config: secured({ out: [] }),
    reasons: { one: "Target.Timeout" },
    says: ["load-balancer-egress-closed: one"],
  },
  {
    name: "a port of health checks that is not open, while that of requests is [U6]",
    servers: one,
    config: { ...secured({ out: [3000, 9000] }), group: checked({ interval: 10, timeout: 8, port: "9000" }) },
    reasons: { one: "Target.Timeout" },
    says: ["target-security-group-closed: one"],
  },
  {
    name: "a port of requests that is not open, while that of health checks is [U23, E504]",
    servers: one,
    config: {
      ...secured({ target: [9000], out: [3000, 9000] }),
      group: checked({ interval: 300, timeout: 120, port: "9000" }),
    },
    options: { timeouts: { connectMs: 50 } },
    act: async (lab) => {
      await ask(urlOf(lab));
      return undefined;
    },
    says: ["traffic-port-closed: one"],
  },
  {
    name: "a listener port that no security group opens [U31]",
    servers: one,
    config: { ...secured({ clients: [443] }), group: rarelyChecked },
    says: ["listener-port-closed: aws_lb_listener.http"],
  },
  {
    name: "a load balancer without a listener [R1, U14]",
    servers: one,
    config: { more: { aws_lb_listener: {} } },
    reasons: { one: "Target.NotInUse" },
    says: ["listener-missing: one+alb"],
  },
  {
    name: "an HTTPS listener without a certificate [R2]",
    servers: one,
    config: { group: rarelyChecked, listener: { port: 443, protocol: "HTTPS" } },
    says: ["certificate-missing: aws_lb_listener.http"],
  },
  {
    name: "a target group that no rule uses [U14, H57]",
    servers: { one: fine, spare: fine },
    config: {
      groups: {
        web: { servers: foreign("one"), arguments: rarelyChecked },
        spare: { servers: foreign("spare") },
      },
    },
    reasons: { spare: "Target.NotInUse" },
    says: ["target-group-unused: spare"],
  },
  {
    name: "a target in a zone without a subnet of the load balancer [U15, H57]",
    servers: { one: fine, elsewhere: fine },
    config: {
      groups: {
        web: {
          servers: [...foreign("one"), { name: "elsewhere", foreign: true, zone: "eu-central-1b" }],
          arguments: rarelyChecked,
        },
      },
      loadBalancer: { subnets: ["${aws_subnet.eu-central-1a.id}"] },
    },
    reasons: { elsewhere: "Target.NotInUse" },
    says: ["target-zone-not-enabled: elsewhere"],
  },
  {
    name: "a second server that nobody has registered [U17]",
    servers: { "Server-1": fine },
    config: {
      groups: { web: { servers: [{ name: "Server-1" }, { name: "Server-2" }], arguments: rarelyChecked } },
      more: { aws_lb_target_group_attachment: { one: attached("${aws_instance.Server-1.id}") } },
    },
    says: ["target-not-registered: Server-2"],
  },
  {
    name: "a function, which is not checked [U22, H61]",
    servers: { [shopFunction]: fine },
    config: {
      group: {
        target_type: "lambda",
        port: undefined,
        protocol: undefined,
        health_check: { enabled: false },
      },
      more: { aws_lb_target_group_attachment: { one: attached(shopFunction) }, aws_instance: {} },
    },
    reasons: { [shopFunction]: "Target.HealthCheckDisabled" },
    says: [`health-checks-off: ${shopFunction}`],
  },
  {
    name: "a first health check that has yet to be answered [U20, H51]",
    servers: { one: hanging },
    config: { group: rarelyChecked },
    reasons: { one: "Elb.InitialHealthChecking" },
    says: ["still-starting: one"],
  },
  {
    name: "a target that is being deregistered [U21, H60]",
    servers: { one: fine, two: fine },
    config: { group: { ...rarelyChecked, deregistration_delay: 3000 } },
    act: async (lab) => {
      const left = labTopology(
        configOf(["one"], { group: { ...rarelyChecked, deregistration_delay: 3000 } }),
      );
      await lab.change(left);
      return left;
    },
    reasonsAfter: { two: "Target.DeregistrationInProgress" },
    says: ["target-draining: two"],
  },
  {
    name: "a rule that sends requests to a group without targets [E503, P-E10]",
    servers: one,
    config: {
      groups: {
        web: { servers: foreign("one"), arguments: rarelyChecked },
        empty: { servers: [] },
      },
      rules: pathTo("empty", 5, "/empty"),
    },
    act: async (lab) => {
      await ask(`${urlOf(lab)}empty`);
      return undefined;
    },
    says: ["group-without-targets: empty"],
  },
  {
    name: "a path that no rule has [R3, R4]",
    servers: one,
    config: { group: rarelyChecked, defaultAction: answer(404), rules: pathTo("web", 5, "/shop/*") },
    act: async (lab) => {
      await askTimes(urlOf(lab), 2);
      return undefined;
    },
    says: ["no-rule-matches: aws_lb_listener.http"],
  },
  {
    name: "a group whose rule comes after one that takes everything [R4]",
    servers: { one: fine, api: fine },
    config: {
      groups: {
        web: { servers: foreign("one"), arguments: rarelyChecked },
        api: { servers: foreign("api"), arguments: rarelyChecked },
      },
      rules: { ...pathTo("web", 5, "*"), ...pathTo("api", 9, "/api/*") },
    },
    says: ["group-shadowed: api"],
  },
];
