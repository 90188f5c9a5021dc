import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "load-balancer-egress-closed";

it("is certain where no egress rule leads to the targets [U7]", () => {
  expect(
    linesOf(cause, {
      resource: { aws_vpc_security_group_egress_rule: { servers: null } },
      targets: { web: unhealthy("Target.Timeout") },
    }),
  ).toEqual([
    "certain, web: no rule of the load balancer's security groups lets it out to port 3000 of its targets; add an egress rule to aws_security_group.alb: TCP 3000 to aws_security_group.web; Terraform takes away the rule for everything that AWS adds",
  ]);
});

it("is certain before anybody has looked", () => {
  expect(
    linesOf(cause, {
      source: "files",
      resource: { aws_vpc_security_group_egress_rule: { servers: null } },
      targets: { web: null, "web-2": null, api: null },
    }),
  ).toEqual([
    "certain, api,web,web-2: no rule of the load balancer's security groups lets it out to port 3000 of its targets; add an egress rule to aws_security_group.alb: TCP 3000 to aws_security_group.web; Terraform takes away the rule for everything that AWS adds",
  ]);
});

it.each<[string, Change]>([
  [
    "the health check gets an answer",
    { resource: { aws_vpc_security_group_egress_rule: { servers: null } }, targets: { web: unhealthy(404) } },
  ],
  [
    "the target is healthy",
    { resource: { aws_vpc_security_group_egress_rule: { servers: null } }, targets: { web: {} } },
  ],
  ["there is a rule", { targets: { web: unhealthy("Target.Timeout") } }],
  [
    "the group is declared elsewhere",
    {
      resource: { aws_lb: { shop: { security_groups: ["sg-0123456789abcdef0"] } } },
      targets: { web: unhealthy("Target.Timeout") },
    },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
