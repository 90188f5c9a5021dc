import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "listener-port-closed";

it("is a listener to which nobody is admitted [U31]", () => {
  expect(linesOf(cause, { resource: { aws_vpc_security_group_ingress_rule: { http: null } } })).toEqual([
    "certain, aws_lb_listener.http: no rule of the load balancer's security groups admits anybody to port 80; add an ingress rule to aws_security_group.alb: TCP 80 from 0.0.0.0/0, or from those who shall come in",
  ]);
});

it.each<[string, Change]>([
  [
    "somebody is admitted",
    { resource: { aws_vpc_security_group_ingress_rule: { http: { cidr_ipv4: "198.51.100.0/24" } } } },
  ],
  ["nobody knows who is admitted", { resource: { aws_lb: { shop: { security_groups: "${var.groups}" } } } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
