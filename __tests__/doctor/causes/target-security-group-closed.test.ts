import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "target-security-group-closed";

it("is certain where no rule admits the load balancer [U6, U31]", () => {
  expect(
    linesOf(cause, {
      resource: { aws_vpc_security_group_ingress_rule: { servers: null } },
      targets: { web: unhealthy("Target.Timeout") },
    }),
  ).toEqual([
    "certain, web: no rule of the target's security groups admits the load balancer to port 3000, so connections hang; add an ingress rule to aws_security_group.web: TCP 3000 from aws_security_group.alb",
  ]);
});

it("is possible where nobody knows the rules [H53]", () => {
  expect(
    linesOf(cause, {
      resource: { aws_instance: { web: { vpc_security_group_ids: "${var.groups}" } } },
      targets: { web: unhealthy("Target.Timeout") },
    }),
  ).toEqual([
    "possible, web: the target's security group may not admit the load balancer to port 3000; see that its ingress rules have TCP 3000 from the load balancer's security group",
  ]);
});

it.each<[string, Change]>([
  [
    "the health check gets an answer",
    {
      resource: { aws_vpc_security_group_ingress_rule: { servers: null } },
      targets: { web: unhealthy(404) },
    },
  ],
  [
    "the target is healthy",
    { resource: { aws_vpc_security_group_ingress_rule: { servers: null } }, targets: { web: {} } },
  ],
  ["a rule admits it", { targets: { web: unhealthy("Target.Timeout") } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
