import { answersOf, type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "stickiness-on";

it("is why one target alone answers [S20, S21]", () => {
  expect(
    linesOf(cause, {
      resource: { aws_lb_target_group: { web: { stickiness: { type: "lb_cookie", enabled: true } } } },
      requests: answersOf("web", 4),
    }),
  ).toEqual([
    "certain, web: stickiness is on: a cookie sends a client to the same target again; set stickiness enabled of aws_lb_target_group.web to false, or ask without cookies",
  ]);
});

it.each<[string, Change]>([
  [
    "it is off",
    {
      resource: { aws_lb_target_group: { web: { stickiness: { type: "lb_cookie", enabled: false } } } },
      requests: answersOf("web", 4),
    },
  ],
  [
    "both have answered",
    {
      resource: { aws_lb_target_group: { web: { stickiness: { type: "lb_cookie", enabled: true } } } },
      requests: [...answersOf("web", 4), ...answersOf("web-2", 1)],
    },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
