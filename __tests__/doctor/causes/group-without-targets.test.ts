import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "group-without-targets";

it("is a group of which no target was seen [E503]", () => {
  expect(linesOf(cause, { targets: { api: null }, requests: [{ status: 503, path: "/api" }] })).toEqual([
    "certain, api: requests are forwarded to a target group without targets, and answered with 503; add an aws_lb_target_group_attachment for aws_lb_target_group.api",
  ]);
});

it.each<[string, Change]>([
  [
    "there is a target, healthy or not",
    { targets: { api: unhealthy(503) }, requests: [{ status: 503, path: "/api" }] },
  ],
  ["nobody forwards to it", { resource: { aws_lb_listener_rule: { api: null } }, targets: { api: null } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
