import "../../lab/testing";
import { type Shape, shop } from "../lint/support/shop";
import { messageOf } from "./support/message-of";

/** The shop, in which one thing is given by a variable without a value. */
function open(change: (resource: Shape, unknown: string) => void): Shape {
  const json = { ...shop(), variable: { given: { type: "string" } } };
  change(json.resource, "${var.given}");
  return json;
}

const request = "GET http://shop.example.com/api";

describe("what is not known", () => {
  it.each<[what: string, input: Shape, assert: (asserted: Matchers) => unknown, message: RegExp]>([
    [
      "the path of a rule",
      open((resource, unknown) => {
        resource.aws_lb_listener_rule.api.condition[0].path_pattern.values = [unknown];
      }),
      (asserted) => asserted.toRoute(request).to("web"),
      /^where GET http:\/\/shop\.example\.com\/api goes is not known: aws_lb_listener_rule\.api might answer instead: path cannot be judged: .*given/,
    ],
    [
      "the listener of a rule",
      open((resource, unknown) => {
        resource.aws_lb_listener_rule.api.listener_arn = unknown;
      }),
      (asserted) => asserted.toRoute(request).to("web"),
      /^where .* goes is not known: 1 rule could not be linked to a listener and might answer$/,
    ],
    [
      "where a rule forwards to",
      open((resource, unknown) => {
        resource.aws_lb_listener_rule.api.action[0].type = unknown;
      }),
      (asserted) => asserted.toRoute(request).to("api"),
      /^where .* goes is not known: .*given/,
    ],
    [
      "a value of a health check",
      open((resource, unknown) => {
        resource.aws_lb_target_group.api.health_check.interval = unknown;
      }),
      (asserted) => asserted.toHaveHealthCheck("api", { intervalSeconds: 15 }),
      /^intervalSeconds of the health check of api is not known: .*given/,
    ],
    [
      "an interval",
      open((resource, unknown) => {
        resource.aws_lb_target_group.api.health_check.interval = unknown;
      }),
      (asserted) => asserted.toBecomeHealthyWithin("api", 30),
      /^intervalSeconds of the health check of api is not known: .*given/,
    ],
    [
      "a threshold",
      open((resource, unknown) => {
        resource.aws_lb_target_group.api.health_check.unhealthy_threshold = unknown;
      }),
      (asserted) => asserted.toNoticeDeathWithin("api", 30),
      /^unhealthyThreshold of the health check of api is not known: .*given/,
    ],
    [
      "the group of a target",
      open((resource, unknown) => {
        resource.aws_lb_target_group_attachment.api.target_group_arn = unknown;
      }),
      (asserted) => asserted.toHaveTargets("web", { total: 1 }),
      /^targets of web are not known: aws_lb_target_group_attachment\.api may be one of them$/,
    ],
    [
      "how many targets there are",
      open((resource, unknown) => {
        resource.aws_lb_target_group_attachment.web.count = unknown;
      }),
      (asserted) => asserted.toHaveTargets("web", { total: 1 }),
      /^how many aws_lb_target_group_attachment\.web there are is not known: /,
    ],
    [
      "the zone of a target",
      open((resource, unknown) => {
        resource.aws_subnet.a.availability_zone = unknown;
      }),
      (asserted) => asserted.toHaveTargets("web", { perZone: { "eu-west-1a": 1 } }),
      /^zone of web is not known: .*given/,
    ],
    [
      "what a server runs",
      open((resource, unknown) => {
        resource.aws_instance.web.user_data = unknown;
      }),
      (asserted) => asserted.toRunFile("web", "server.js"),
      /^user data of web is not known: .*given/,
    ],
    [
      "a TLS policy",
      open((resource, unknown) => {
        Object.assign(resource.aws_lb_listener.http, { protocol: "HTTPS", port: 443, ssl_policy: unknown });
      }),
      (asserted) => asserted.toRoute("GET https://shop.example.com/").over({ tlsPolicy: "x" }),
      /^TLS policy of aws_lb_listener\.http is not known: .*given/,
    ],
  ])("is told with its reason, and never passes: %s", (_, input, assert, message) => {
    expect(messageOf(() => assert(expect(input)))).toMatch(message);
    expect(messageOf(() => assert(expect(input).not))).toMatch(message);
  });

  it("does not stand in the way of what does not depend on it", () => {
    const json = open((resource, unknown) => {
      resource.aws_lb_target_group.web.health_check.interval = unknown;
      resource.aws_lb_listener_rule.api.condition[0].path_pattern.values = [unknown];
      resource.aws_lb_listener_rule.api.condition.push({ host_header: { values: ["api.example.com"] } });
    });
    expect(json).toHaveHealthCheck("web", { path: "/health" });
    expect(json).toRoute(request).to("web");
  });
});

type Matchers = ReturnType<typeof expect<Shape>>["not"];
