import { addRule, answer, host, path, redirectTo, to } from "../../lint/support/routes";
import type { Shape } from "../../lint/support/shop";
import { entrancesAfter } from "./support/shop-routes";

const rules = (resource: Shape) => resource.aws_lb_listener_rule;

const harmless: Readonly<
  Record<string, readonly [edit: (resource: Shape) => void, first?: (resource: Shape) => void]>
> = {
  "nothing is edited": [() => {}],
  "a rule is split in two": [
    (resource) => {
      rules(resource).api.condition = [path("/api/*")];
      addRule(resource, "root", { priority: 11, when: [path("/api")], action: to("api") });
    },
  ],
  "values are in another order": [
    (resource) => {
      rules(resource).api.condition = [path("/api/*", "/api")];
    },
  ],
  "priorities are numbered anew in the same order": [
    (resource) => {
      rules(resource).api.priority = 100;
      rules(resource).docs.priority = 200;
    },
    (resource) => addRule(resource, "docs", { priority: 20, when: [path("/a*")], action: answer("404") }),
  ],
  "rules that have no request in common change places": [
    (resource) => {
      rules(resource).docs.priority = 1;
    },
    (resource) => addRule(resource, "docs", { priority: 20, when: [path("/docs/*")], action: answer("404") }),
  ],
  "the default action moves into a rule for everything": [
    (resource) => {
      addRule(resource, "all", { priority: 40_000, when: [path("/*")], action: to("web") });
      resource.aws_lb_listener.http.default_action = answer("404");
    },
  ],
  "a rule is removed that an earlier one covers": [
    (resource) => {
      delete rules(resource).covered;
    },
    (resource) => addRule(resource, "covered", { priority: 20, when: [path("/api/v1"), host("a.com")] }),
  ],
  "weights keep their shares": [
    (resource) => {
      rules(resource).api.action = [{ type: "forward", forward: [{ target_group: [weighed(7)] }] }];
    },
  ],
  "a redirect writes out what is the default": [
    (resource) => {
      resource.aws_lb_listener.http.default_action = redirectTo({
        port: "80",
        protocol: "HTTP",
        path: "/moved",
      });
    },
    (resource) => {
      resource.aws_lb_listener.http.default_action = redirectTo({ path: "/moved" });
    },
  ],
  "a target group is replaced at its address": [
    (resource) => {
      resource.aws_lb_target_group.api.port = 8080;
    },
  ],
  "a listener is declared under another address": [
    (resource) => {
      resource.aws_lb_listener.web = resource.aws_lb_listener.http;
      delete resource.aws_lb_listener.http;
      rules(resource).api.listener_arn = "${aws_lb_listener.web.arn}";
    },
  ],
};

function weighed(weight: number) {
  return { arn: "${aws_lb_target_group.api.arn}", weight };
}

describe("no request is answered differently where", () => {
  it.each(Object.entries(harmless))("%s", (_, [edit, first]) => {
    expect(entrancesAfter(edit, first)).toEqual([]);
  });
});
