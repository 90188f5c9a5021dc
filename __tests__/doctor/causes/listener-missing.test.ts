import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "listener-missing";

it("is a load balancer without one [R1]", () => {
  expect(
    linesOf(cause, { resource: { aws_lb_listener_rule: { api: null }, aws_lb_listener: { http: null } } }),
  ).toEqual([
    "certain, shop: the load balancer has no listener, so it takes no connection; add an aws_lb_listener with port 80 and protocol HTTP to aws_lb.shop",
  ]);
});

it("explains why its target groups are not in use [H26]", () => {
  const unused = {
    state: "unused",
    reason: "Target.NotInUse",
    description: "Target group is not configured",
  };
  const ids = idsIn({
    resource: { aws_lb_listener_rule: { api: null }, aws_lb_listener: { http: null } },
    targets: { web: unused, "web-2": unused, api: unused },
  });
  expect(ids).toEqual([cause]);
});

it.each<[string, Change]>([
  ["it has one", {}],
  [
    "another one may belong to it",
    {
      resource: {
        aws_lb_listener_rule: { api: null },
        aws_lb_listener: { http: { load_balancer_arn: "${var.alb}" } },
      },
    },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
