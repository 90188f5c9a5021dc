import { fixedResponse } from "../../lint/support/actions";
import { type Change, idsIn, linesOf, rule } from "../support/shop-evidence";

const cause = "no-rule-matches";

it("is the default action of the listener that answered [R3]", () => {
  expect(
    linesOf(cause, {
      resource: {
        aws_lb_listener: { http: { default_action: [fixedResponse()] } },
        aws_lb_listener_rule: { web: rule(20, "/web/*") },
      },
      requests: [
        {
          status: 404,
          path: "/web",
          listenerAddress: "aws_lb_listener.http",
          ruleAddress: "aws_lb_listener.http",
        },
      ],
    }),
  ).toEqual([
    'certain, aws_lb_listener.http: no rule of the listener matches these requests, so its default action answers 404; ask "alb-lab explain" which condition does not match, and correct the rule, or the default_action of aws_lb_listener.http',
  ]);
});

it("is likely where nobody says which rule it was [R4]", () => {
  expect(
    linesOf(cause, {
      resource: {
        aws_lb_listener: { http: { default_action: [fixedResponse()] } },
        aws_lb_listener_rule: { web: rule(20, "/web/*") },
      },
      requests: [{ status: 404, path: "/web" }],
    }),
  ).toEqual([
    'likely, aws_lb_listener.http: no rule of the listener matches these requests, so its default action answers 404; ask "alb-lab explain" which condition does not match, and correct the rule, or the default_action of aws_lb_listener.http',
  ]);
});

it.each<[string, Change]>([
  [
    "a rule has answered",
    {
      resource: {
        aws_lb_listener: { http: { default_action: [fixedResponse()] } },
        aws_lb_listener_rule: { web: rule(20, "/web/*") },
      },
      requests: [{ status: 404, path: "/web/", ruleAddress: "aws_lb_listener_rule.web" }],
    },
  ],
  [
    "the server answered",
    {
      resource: {
        aws_lb_listener: { http: { default_action: [fixedResponse()] } },
        aws_lb_listener_rule: { web: rule(20, "/web/*") },
      },
      requests: [{ status: 404, path: "/web/", targetName: "web" }],
    },
  ],
  [
    "nobody has asked",
    {
      resource: {
        aws_lb_listener: { http: { default_action: [fixedResponse()] } },
        aws_lb_listener_rule: { web: rule(20, "/web/*") },
      },
      requests: [],
    },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
