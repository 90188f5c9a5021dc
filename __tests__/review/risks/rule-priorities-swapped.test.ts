import { rulePrioritiesSwapped } from "../../../lab/review/risks/rule-priorities-swapped";
import type { Shape } from "../../lint/support/shop";
import { linesOf, risksOf } from "../support/hazards";

const rule = (priority: number, path: string) => ({
  listener_arn: "${aws_lb_listener.http.arn}",
  priority,
  condition: [{ path_pattern: { values: [path] } }],
  action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }],
});

const three = (resource: Shape) => {
  resource.aws_lb_listener_rule = { a: rule(10, "/a"), b: rule(20, "/b"), c: rule(30, "/c") };
};

const numbered = (priorities: Readonly<Record<string, number>>) => (resource: Shape) => {
  for (const [name, priority] of Object.entries(priorities))
    resource.aws_lb_listener_rule[name].priority = priority;
};

it("names the rules that swap, and numbers that are free [G21, R5]", () => {
  expect(linesOf(rulePrioritiesSwapped, numbered({ a: 20, b: 10 }), three)).toEqual([
    "needs-care aws_lb_listener_rule.a: gives rules of aws_lb_listener.http priorities that others still have: " +
      "aws_lb_listener_rule.a takes 20 from aws_lb_listener_rule.b, aws_lb_listener_rule.b takes 10 from aws_lb_listener_rule.a; " +
      "in a first change give free numbers: aws_lb_listener_rule.b 49999 and aws_lb_listener_rule.a 50000; " +
      "in a second one set the priorities that are wanted",
  ]);
});

it.each([
  ["a swap", { a: 20, b: 10 }, "of those that wait for each other none gets through"],
  ["a circle of three", { a: 20, b: 30, c: 10 }, "of those that wait for each other none gets through"],
  ["a shift by one", { a: 20, b: 30, c: 40 }, "which ones get through is chance"],
])("tells how %s ends", (_, priorities, end) => {
  const found = risksOf(rulePrioritiesSwapped, numbered(priorities), three);
  expect(found).toHaveLength(1);
  expect(found[0]?.course[1]).toBe(`AWS refuses each whose number is still in use (PriorityInUse): ${end}`);
});

it("finds a new rule with the number of one that is destroyed, in no order", () => {
  const replacedByHand = (resource: Shape) => {
    const { a, ...others } = resource.aws_lb_listener_rule;
    const action = [
      { type: "fixed-response", fixed_response: { content_type: "text/plain", status_code: "200" } },
    ];
    resource.aws_lb_listener_rule = { ...others, d: { ...a, condition: rule(10, "/d").condition, action } };
  };
  const [risk] = risksOf(rulePrioritiesSwapped, replacedByHand, three);
  expect(risk?.message).toContain("aws_lb_listener_rule.d takes 10 from aws_lb_listener_rule.a");
  expect(risk?.fix).toBe(
    "in a first change destroy aws_lb_listener_rule.a; in a second one set the priorities that are wanted",
  );
});

it.each([
  ["numbers are free", { a: 15, b: 25, c: 35 }],
  ["a number is taken by one that keeps it: that is another defect", { a: 20 }],
])("is silent where %s", (_, priorities) => {
  expect(risksOf(rulePrioritiesSwapped, numbered(priorities), three)).toEqual([]);
});

it("is silent where the rules are of different listeners", () => {
  const base = (resource: Shape) => {
    three(resource);
    resource.aws_lb_listener.more = { ...resource.aws_lb_listener.http, port: 8080 };
    resource.aws_lb_listener_rule.b.listener_arn = "${aws_lb_listener.more.arn}";
  };
  expect(risksOf(rulePrioritiesSwapped, numbered({ a: 20, b: 10 }), base)).toEqual([]);
});

it("is silent where a listener is replaced with all its rules", () => {
  const changed = (resource: Shape) => {
    numbered({ a: 20, b: 10 })(resource);
    resource.aws_lb.shop.name = "store";
  };
  expect(risksOf(rulePrioritiesSwapped, changed, three)).toEqual([]);
});
