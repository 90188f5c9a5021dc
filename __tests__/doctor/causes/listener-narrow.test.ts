import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "listener-narrow";

it("is possible where a client saw no answer [U31]", () => {
  expect(
    linesOf(cause, {
      resource: { aws_vpc_security_group_ingress_rule: { http: { cidr_ipv4: "198.51.100.0/24" } } },
      requests: [{ status: 0 }],
    }),
  ).toEqual([
    "possible, aws_lb_listener.http: the load balancer's security groups admit only some networks to port 80, perhaps not the client's; add an ingress rule to aws_security_group.alb: TCP 80 from the network of the client",
  ]);
});

it.each<[string, Change]>([
  [
    "clients got answers",
    {
      resource: { aws_vpc_security_group_ingress_rule: { http: { cidr_ipv4: "198.51.100.0/24" } } },
      requests: [{ status: 200 }],
    },
  ],
  ["everybody is admitted", { requests: [{ status: 0 }] }],
  [
    "nobody is admitted",
    { resource: { aws_vpc_security_group_ingress_rule: { http: null } }, requests: [{ status: 0 }] },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
