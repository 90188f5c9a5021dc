import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "drift-security-group-rule";

it("is an ingress rule that AWS does not have, and explains the timeouts [U6]", () => {
  expect(
    linesOf(cause, {
      deployed: { aws_vpc_security_group_ingress_rule: { servers: null } },
      targets: { web: unhealthy("Target.Timeout") },
    }),
  ).toEqual([
    "certain, web,web: a rule of the security group web is declared and not deployed, or somebody has removed it; run terraform apply, which puts aws_vpc_security_group_ingress_rule.servers back",
  ]);
});

it("is a rule for clients that AWS does not have [U31]", () => {
  expect(linesOf(cause, { deployed: { aws_vpc_security_group_ingress_rule: { http: null } } })).toEqual([
    "certain, alb: a rule of the security group alb is declared and not deployed, or somebody has removed it; run terraform apply, which puts aws_vpc_security_group_ingress_rule.http back",
  ]);
});

it.each<[string, Change]>([
  ["AWS has all of them", { deployed: {} }],
  [
    "AWS has more",
    {
      deployed: {
        aws_vpc_security_group_ingress_rule: {
          more: {
            security_group_id: "${aws_security_group.alb.id}",
            cidr_ipv4: "0.0.0.0/0",
            ip_protocol: "tcp",
            from_port: 443,
            to_port: 443,
          },
        },
      },
    },
  ],
  ["nobody has asked AWS", {}],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
