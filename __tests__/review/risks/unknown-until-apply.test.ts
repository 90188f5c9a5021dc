import { unknownUntilApply } from "../../../lab/review/risks/unknown-until-apply";
import { linesOf, patch, risksOf } from "../support/hazards";
import { withRecord } from "../support/records";

it("tells of a rule whose conditions nobody can review, and of whether it was there [G43]", () => {
  const open = { condition: [{ host_header: { values: ["${terraform_data.host.output}"] } }] };
  const [changed] = risksOf(unknownUntilApply, patch({ aws_lb_listener_rule: { api: open } }));
  expect(changed?.level).toBe("needs-care");
  expect(changed?.message).toMatch(/^leaves open until the apply what a rule is: conditions /);
  const added = patch({
    aws_lb_listener_rule: {
      more: {
        ...open,
        listener_arn: "${aws_lb_listener.http.arn}",
        priority: 20,
        action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.api.arn}" }],
      },
    },
  });
  expect(risksOf(unknownUntilApply, added).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^leaves open until the apply what a new rule is: conditions /),
  ]);
});

it("tells of ports, priorities and security rules, each with the reason", () => {
  const lines = linesOf(
    unknownUntilApply,
    patch({
      aws_lb_listener: { http: { port: "${var.port}" } },
      aws_lb_listener_rule: { api: { priority: "${var.priority}" } },
      aws_vpc_security_group_ingress_rule: { http: { cidr_ipv4: "${var.clients}" } },
    }),
  );
  expect(lines.map((line) => line.slice(0, line.indexOf(" (")))).toEqual([
    "needs-care aws_lb_listener.http: leaves open until the apply what a listener is: port",
    "needs-care aws_lb_listener_rule.api: leaves open until the apply what a rule is: priority",
    "needs-care aws_security_group.alb: leaves open until the apply what a security group is: aws_vpc_security_group_ingress_rule.http",
  ]);
});

it("tells of how long targets drain, of what servers wear, and of where a name leads", () => {
  const lines = linesOf(
    unknownUntilApply,
    patch({
      aws_lb_target_group: { web: { deregistration_delay: "${var.delay}" } },
      aws_instance: { web: { vpc_security_group_ids: "${var.groups}" } },
      aws_route53_record: { shop: { alias: { name: "${var.front}" } } },
    }),
    withRecord,
  );
  expect(lines.map((line) => line.slice(0, line.indexOf(" (")))).toEqual([
    "needs-care aws_instance.web: leaves open until the apply what a server is: security groups",
    "needs-care aws_lb_target_group.web: leaves open until the apply what a target group is: deregistration delay",
    "needs-care aws_route53_record.shop: leaves open until the apply what a DNS record is: what it leads to",
  ]);
});

it("is silent where it was unknown before, and on references to what is created", () => {
  const asked = patch({ aws_lb_listener: { http: { port: "${var.port}" } } });
  expect(risksOf(unknownUntilApply, patch({ aws_lb: { shop: { idle_timeout: 30 } } }), asked)).toEqual([]);
  const blog = patch({
    aws_lb_target_group: {
      blog: { name: "blog", port: 3000, protocol: "HTTP", vpc_id: "${aws_vpc.main.id}" },
    },
    aws_lb_listener: {
      http: { default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.blog.arn}" }] },
    },
  });
  expect(risksOf(unknownUntilApply, blog)).toEqual([]);
});
