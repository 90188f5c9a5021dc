import { answersOf, type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "cross-zone-off";

it("is why targets of one zone alone answer [S9, S11]", () => {
  expect(
    linesOf(cause, {
      resource: { aws_lb_target_group: { web: { load_balancing_cross_zone_enabled: "false" } } },
      requests: answersOf("web", 4),
    }),
  ).toEqual([
    'likely, web: cross-zone load balancing is off: a client gets the targets of the zone whose address it asks; set load_balancing_cross_zone_enabled of aws_lb_target_group.web to "true"',
  ]);
});

it.each<[string, Change]>([
  [
    "both have answered",
    {
      resource: { aws_lb_target_group: { web: { load_balancing_cross_zone_enabled: "false" } } },
      requests: [...answersOf("web", 4), ...answersOf("web-2", 1)],
    },
  ],
  [
    "there were too few requests to tell",
    {
      resource: { aws_lb_target_group: { web: { load_balancing_cross_zone_enabled: "false" } } },
      requests: answersOf("web", 3),
    },
  ],
  [
    "both are in one zone",
    {
      resource: { aws_lb_target_group: { web: { load_balancing_cross_zone_enabled: "false" } } },
      targets: { "web-2": { zone: "eu-west-1a" } },
      requests: answersOf("web", 4),
    },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
