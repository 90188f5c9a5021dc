import { defectIntroduced } from "../../../lab/review/risks/defect-introduced";
import { linesOf, patch, risksOf } from "../support/hazards";

it("tells what lint finds after the change and not before, an error as what it is", () => {
  const slow = patch({ aws_lb_target_group: { web: { health_check: { timeout: 15 } } } });
  expect(linesOf(defectIntroduced, slow)).toEqual([
    "drops-traffic aws_lb_target_group.web: health_check timeout must be less than interval, got 15 and 15 " +
      "(health-timeout-not-below-interval); lower timeout or raise interval; a timeout that is not set is 5 seconds, 30 for functions",
  ]);
  expect(risksOf(defectIntroduced, () => {}, slow)).toEqual([]);
});

it("tells of warnings with less weight", () => {
  const [warning] = risksOf(
    defectIntroduced,
    patch({ aws_instance: { web: { metadata_options: { http_tokens: "optional" } } } }),
  );
  expect(warning?.level).toBe("needs-care");
});

it("leaves to other risks what they tell with its course", () => {
  expect(
    risksOf(defectIntroduced, patch({ aws_lb: { shop: { drop_invalid_header_fields: false } } })),
  ).toEqual([]);
  expect(risksOf(defectIntroduced, patch({ aws_vpc_security_group_ingress_rule: { http: null } }))).toEqual(
    [],
  );
});

it("is silent on a defect that only gets another address", () => {
  const rule = {
    security_group_id: "${aws_security_group.alb.id}",
    cidr_ipv4: "0.0.0.0/0",
    ip_protocol: "tcp",
    from_port: 80,
    to_port: 80,
  };
  const undescribed = patch({ aws_vpc_security_group_ingress_rule: { http: { description: null } } });
  const moved = patch({ aws_vpc_security_group_ingress_rule: { http: null, clients: rule } });
  expect(risksOf(defectIntroduced, moved, undescribed)).toEqual([]);
  expect(risksOf(defectIntroduced, moved).map(({ message }) => message)).toEqual([
    "description must say what the rule is for, got none (security-rule-undescribed)",
  ]);
});

it("says nothing of a first deployment, which lint judges as a whole", () => {
  const none = (_: unknown, whole: { resource: object }) => {
    whole.resource = {};
  };
  const slow = (_: unknown, whole: { resource: object }) => {
    whole.resource = {
      aws_lb_target_group: {
        web: { name: "web", port: 80, protocol: "HTTP", health_check: { timeout: 15, interval: 10 } },
      },
    };
  };
  expect(risksOf(defectIntroduced, slow, none)).toEqual([]);
});
