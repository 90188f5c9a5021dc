import { Comparison } from "../../../lab/review/comparison";
import { risksIn } from "../../../lab/review/review";
import type { Risk } from "../../../lab/review/risk";
import { defectIntroduced } from "../../../lab/review/risks/defect-introduced";
import { securityGroupClosed } from "../../../lab/review/risks/security-group-closed";
import { type Change, linesOf, patch, risksOf, sidesOf } from "../support/hazards";

const beside = (other: Risk, change: Change) =>
  risksIn(new Comparison(sidesOf(change)), [defectIntroduced, other]);

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
  const shut = patch({ aws_vpc_security_group_ingress_rule: { http: null } });
  expect(beside(securityGroupClosed, shut).map(({ id }) => id)).toEqual(["security-group-closed"]);
});

it("keeps an error of which no other risk tells", () => {
  const shut = patch({ aws_vpc_security_group_ingress_rule: { http: null } });
  expect(risksOf(defectIntroduced, shut)[0]?.message).toContain("(listener-port-closed)");
});

it("an error at one load balancer is not told by what happens at another", () => {
  const elsewhere: Risk = {
    ...securityGroupClosed,
    *find() {
      yield { at: { address: "aws_lb_listener.other" }, message: "shut", course: ["no"], fix: "open it" };
    },
  };
  const shut = patch({ aws_vpc_security_group_ingress_rule: { http: null } });
  expect(beside(elsewhere, shut).map(({ id }) => id)).toContain("defect-introduced");
});

it("a door that stands open needs care: nobody is shut out", () => {
  const open = patch({
    aws_vpc_security_group_ingress_rule: {
      ssh: {
        security_group_id: "${aws_security_group.server.id}",
        ...{ ip_protocol: "tcp", from_port: 22, to_port: 22, cidr_ipv4: "0.0.0.0/0" },
      },
    },
  });
  const [risk] = risksOf(defectIntroduced, open).filter(({ message }) => message.includes("ssh-open"));
  expect(risk?.level).toBe("needs-care");
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
