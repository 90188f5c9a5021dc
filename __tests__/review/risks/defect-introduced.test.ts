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

it("tells errors of what is new, and leaves its warnings to lint", () => {
  const group = { name: "blog", port: 3000, protocol: "HTTP", vpc_id: "${aws_vpc.main.id}" };
  const blog = (timeout: number) =>
    patch({ aws_lb_target_group: { blog: { ...group, health_check: { interval: 10, timeout } } } });
  expect(risksOf(defectIntroduced, blog(10)).map(({ level, address }) => `${level} ${address}`)).toEqual([
    "drops-traffic aws_lb_target_group.blog",
  ]);
  expect(risksOf(defectIntroduced, blog(5))).toEqual([]);
});

it("is silent on a defect that only gets another address", () => {
  const group = {
    ...{ name: "blog", port: 3000, protocol: "HTTP", vpc_id: "${aws_vpc.main.id}" },
    health_check: { interval: 10, timeout: 10 },
  };
  const moved = patch({ aws_lb_target_group: { blog: null, news: group } });
  expect(risksOf(defectIntroduced, moved, patch({ aws_lb_target_group: { blog: group } }))).toEqual([]);
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
