import { requestsMoved } from "../../../lab/review/risks/requests-moved";
import type { Shape } from "../../lint/support/shop";
import { patch, risksOf } from "../support/hazards";

const forwardTo = (name: string) => [
  { type: "forward", target_group_arn: `\${aws_lb_target_group.${name}.arn}` },
];

const byWeight = (web: number, api: number) => [
  {
    type: "forward",
    forward: {
      target_group: [
        { arn: "${aws_lb_target_group.web.arn}", weight: web },
        { arn: "${aws_lb_target_group.api.arn}", weight: api },
      ],
    },
  },
];

it("a rule that is taken away leaves its requests to a service that answers others", () => {
  const [risk, ...others] = risksOf(requestsMoved, patch({ aws_lb_listener_rule: { api: null } }));
  expect(others).toEqual([]);
  expect(`${risk?.level} ${risk?.address} ${risk?.message}`).toBe(
    "needs-care aws_lb_listener_rule.api gives requests at HTTP 80 of shop to a service that answers others " +
      "(forward to api before, forward to web after): those with path /api or /api/*",
  );
});

it("so does one that is narrowed, or overtaken by another", () => {
  const narrowed = (resource: Shape) => {
    resource.aws_lb_listener_rule.api.condition = [{ path_pattern: { values: ["/api/*"] } }];
  };
  expect(risksOf(requestsMoved, narrowed)[0]?.message).toContain(": those with path /api");
  const overtaken = (resource: Shape) => {
    resource.aws_lb_listener_rule.first = {
      ...resource.aws_lb_listener_rule.api,
      ...{ priority: 1, action: forwardTo("web") },
    };
  };
  expect(risksOf(requestsMoved, overtaken)[0]?.address).toBe("aws_lb_listener_rule.first");
});

it("a new group is meant to get them", () => {
  const toNew = (resource: Shape) => {
    resource.aws_lb_target_group.next = { ...resource.aws_lb_target_group.api, name: "next" };
    resource.aws_lb_listener_rule.api.action = forwardTo("next");
  };
  expect(risksOf(requestsMoved, toNew)).toEqual([]);
});

it("so is one that has a share of them, or had them on trial", () => {
  const shared = patch({ aws_lb_listener: { http: { default_action: byWeight(90, 10) } } });
  const all = patch({ aws_lb_listener: { http: { default_action: forwardTo("api") } } });
  const alone = (resource: Shape) => {
    delete resource.aws_lb_listener_rule;
  };
  const onTrial = (resource: Shape) => {
    resource.aws_lb_listener_rule.api.condition = [
      { http_header: { http_header_name: "x-trial", values: ["on"] } },
    ];
  };
  const both = (one: typeof shared, other: typeof alone) => (resource: Shape, whole: Shape) => {
    one(resource, whole);
    other(resource);
  };
  expect(risksOf(requestsMoved, both(all, alone), both(shared, alone))).toEqual([]);
  expect(
    risksOf(
      requestsMoved,
      both(all, onTrial),
      both(() => {}, onTrial),
    ),
  ).toEqual([]);
});
