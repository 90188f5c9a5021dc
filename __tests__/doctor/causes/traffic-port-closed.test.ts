import { type Change, checked, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "traffic-port-closed";

it("leaves a target healthy and clients with 504 [U23, E504]", () => {
  expect(
    linesOf(cause, {
      resource: {
        ...checked({ port: "9000" }),
        aws_vpc_security_group_ingress_rule: { servers: { from_port: 9000, to_port: 9000 } },
        aws_vpc_security_group_egress_rule: { servers: { to_port: 9000 } },
      },
      requests: [{ status: 504 }],
    }),
  ).toEqual([
    "certain, web,web-2: security groups open port 9000 of health checks, and not port 3000 of requests, which end in 504; add an ingress rule to aws_security_group.web: TCP 3000",
  ]);
});

it.each<[string, Change]>([
  [
    "both ports are open",
    {
      resource: {
        ...checked({ port: "9000" }),
        aws_vpc_security_group_ingress_rule: { servers: { from_port: 3000, to_port: 9000 } },
        aws_vpc_security_group_egress_rule: { servers: { to_port: 9000 } },
      },
    },
  ],
  [
    "health checks go to the same port",
    {
      resource: { aws_vpc_security_group_ingress_rule: { servers: null } },
      targets: { web: unhealthy("Target.Timeout") },
    },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
