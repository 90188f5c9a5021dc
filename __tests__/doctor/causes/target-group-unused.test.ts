import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "target-group-unused";

it("is certain where nothing forwards to it [U14, H57]", () => {
  expect(
    linesOf(cause, {
      resource: { aws_lb_listener_rule: { api: null } },
      targets: { api: { state: "unused", reason: "Target.NotInUse" } },
    }),
  ).toEqual([
    "certain, api: no listener and no rule forwards to the target group, so nobody asks its targets; add an aws_lb_listener or an aws_lb_listener_rule that forwards to aws_lb_target_group.api",
  ]);
});

it("is certain before anybody has looked", () => {
  expect(
    linesOf(cause, {
      source: "files",
      resource: { aws_lb_listener_rule: { api: null } },
      targets: { web: null, "web-2": null, api: null },
    }),
  ).toEqual([
    "certain, api: no listener and no rule forwards to the target group, so nobody asks its targets; add an aws_lb_listener or an aws_lb_listener_rule that forwards to aws_lb_target_group.api",
  ]);
});

it.each<[string, Change]>([
  [
    "it is its zone that is not in use",
    {
      targets: {
        web: {
          state: "unused",
          reason: "Target.NotInUse",
          description: "Target is in an Availability Zone that is not enabled",
        },
      },
    },
  ],
  ["it is used", {}],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
