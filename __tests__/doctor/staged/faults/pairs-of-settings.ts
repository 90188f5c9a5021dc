import { checked, rarelyChecked } from "../../../local/conformance/connected-lab";
import { ask, askTimes, urlOf } from "../../../local/lab/run-lab";
import { type Fault, quick } from "../../support/fault";
import {
  answer,
  attachedAt,
  foreign,
  pathTo,
  secured,
  weighted,
  withUserData,
} from "../../support/resources";
import { checkedWith, fine, hanging, silent } from "../../support/servers";

const mismatch = "Target.ResponseCodeMismatch";
const timeout = "Target.Timeout";
const failed = "Target.FailedHealthChecks";
const readyServer = [{ name: "Server-1", healthPath: "/ready" }];

/** Two faults, of which one at least is an argument; on the same target where both are told of it. */
export const pairsOfSettings: readonly Fault[] = [
  {
    name: "the wrong port and the wrong health path of one server [U1, U11]",
    config: {
      groups: { web: { servers: readyServer, arguments: quick } },
      more: { aws_lb_target_group_attachment: attachedAt(80, "Server-1") },
    },
    reasons: { "Server-1": failed },
    says: ["port-not-served: Server-1", "health-path-not-found: Server-1"],
  },
  {
    name: "a target that admits nobody, and a load balancer that is not let out [U6, U7]",
    servers: { one: fine },
    config: secured({ target: [], out: [] }),
    reasons: { one: timeout },
    says: ["target-security-group-closed: one", "load-balancer-egress-closed: one"],
  },
  {
    name: "a target that admits nobody, and whose server has another health path [U1, U6]",
    config: withUserData(secured({ target: [] }), { healthPath: "/ready" }),
    reasons: { one: timeout },
    says: ["target-security-group-closed: one", "health-path-not-found: one"],
  },
  {
    name: "a health path that is not there, on the port that is open, while that of requests is not [U1, U23]",
    servers: { one: checkedWith(404) },
    config: {
      ...secured({ target: [9000], out: [3000, 9000] }),
      group: checked({ interval: 10, timeout: 8, port: "9000" }),
    },
    reasons: { one: mismatch },
    says: ["health-path-not-found: one", "traffic-port-closed: one"],
  },
  {
    name: "a listener port that is closed, and a target that admits nobody [U6, U31]",
    servers: { one: fine },
    config: secured({ clients: [], target: [] }),
    reasons: { one: timeout },
    says: ["listener-port-closed: aws_lb_listener.http", "target-security-group-closed: one"],
  },
  {
    name: "a matcher that AWS does not take, and a target that admits nobody [U6, H10]",
    servers: { one: fine },
    config: { ...secured({ target: [] }), group: checked({ interval: 10, timeout: 8, matcher: "200-599" }) },
    reasons: { one: timeout },
    says: ["target-security-group-closed: one", "matcher-never-passes: one"],
  },
  {
    name: "a target that admits nobody, beside one behind the same rules that cannot be reached either [U6, U9]",
    servers: { one: hanging, two: silent },
    config: secured({ target: [] }, "two"),
    reasons: { one: timeout, two: timeout },
    says: ["target-security-group-closed: one+two"],
  },
  {
    name: "a target in a zone that is not enabled, and one that answers 404 [U1, U15]",
    servers: { one: checkedWith(404), elsewhere: fine },
    config: {
      groups: {
        web: {
          servers: [...foreign("one"), { name: "elsewhere", foreign: true, zone: "eu-central-1b" }],
          arguments: quick,
        },
      },
      loadBalancer: { subnets: ["${aws_subnet.eu-central-1a.id}"] },
    },
    reasons: { one: mismatch, elsewhere: "Target.NotInUse" },
    says: ["target-zone-not-enabled: elsewhere", "health-path-not-found: one"],
  },
  {
    name: "a group that no rule uses, and a server that is not ready in the other one [U5, U14]",
    servers: { one: checkedWith(503), spare: fine },
    config: {
      groups: {
        web: { servers: foreign("one"), arguments: quick },
        spare: { servers: foreign("spare"), arguments: quick },
      },
    },
    reasons: { one: mismatch, spare: "Target.NotInUse" },
    says: ["target-group-unused: spare", "health-check-server-error: one"],
  },
  {
    name: "a group of weight 0, and a group that has all of the weight and fails open [R46, U1, U24]",
    servers: { blue: checkedWith(404), green: fine },
    config: {
      groups: {
        blue: { servers: foreign("blue"), arguments: quick },
        green: { servers: foreign("green"), arguments: quick },
      },
      defaultAction: weighted({ blue: 100, green: 0 }),
    },
    reasons: { blue: mismatch },
    act: async (lab) => {
      await askTimes(urlOf(lab), 5);
      return undefined;
    },
    says: ["health-path-not-found: blue", "fail-open: blue", "group-weight-zero: green"],
  },
  {
    name: "a group that no request reaches, and a page that takes too long in the one before it [R4, U9]",
    servers: { one: hanging, api: fine },
    config: {
      groups: {
        web: { servers: foreign("one"), arguments: quick },
        api: { servers: foreign("api"), arguments: rarelyChecked },
      },
      rules: { ...pathTo("web", 5, "*"), ...pathTo("api", 9, "/api/*") },
    },
    reasons: { one: timeout },
    says: ["group-shadowed: api", "slow-answer: one"],
  },
  {
    name: "a group without targets, and a login before the health path of the other one [E503, U4]",
    servers: { one: checkedWith(401) },
    config: {
      groups: { web: { servers: foreign("one"), arguments: quick }, empty: { servers: [] } },
      rules: pathTo("empty", 5, "/empty"),
    },
    reasons: { one: mismatch },
    act: async (lab) => {
      await ask(`${urlOf(lab)}empty`);
      return undefined;
    },
    says: ["group-without-targets: empty", "health-check-needs-login: one"],
  },
  {
    name: "a path that no rule has, and a redirected health check [R3, U2]",
    servers: { one: checkedWith(302) },
    config: { defaultAction: answer(404), rules: pathTo("web", 5, "/shop/*") },
    reasons: { one: mismatch },
    act: async (lab) => {
      await ask(urlOf(lab));
      return undefined;
    },
    says: ["no-rule-matches: aws_lb_listener.http", "health-path-redirects: one"],
  },
  {
    name: "an HTTPS listener without a certificate, and a server that is not ready [R2, U5]",
    servers: { one: checkedWith(503) },
    config: { listener: { port: 443, protocol: "HTTPS" } },
    reasons: { one: mismatch },
    says: ["certificate-missing: aws_lb_listener.http", "health-check-server-error: one"],
  },
  {
    name: "a zone without targets, and one server that answers 404 [S9, E503, U1]",
    servers: { one: checkedWith(404), two: fine },
    config: { group: { load_balancing_cross_zone_enabled: "false" } },
    reasons: { one: mismatch },
    act: async (lab) => {
      await askTimes(urlOf(lab), 4);
      return undefined;
    },
    says: ["health-path-not-found: one", "zone-without-targets: web"],
  },
];
