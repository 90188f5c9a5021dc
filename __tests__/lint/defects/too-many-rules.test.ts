import { tooManyRules } from "../../../lab/lint/defects/too-many-rules";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

/** Beside the one that the shop has. */
const withRules =
  (count: number, change: object = {}) =>
  (resource: Shape) => {
    for (let number = 0; number < count; number++)
      resource.aws_lb_listener_rule[`more${number}`] = {
        ...resource.aws_lb_listener_rule.api,
        priority: 100 + number,
        ...change,
      };
  };

it("refuses more rules than the quota, by one [N22, B31]", () => {
  expect(findIn(tooManyRules, withRules(100))).toMatchObject([
    {
      address: "aws_lb.shop",
      severity: "error",
      message: "a load balancer must have at most 100 rules beside the default ones, got 101",
    },
  ]);
  expect(findIn(tooManyRules, withRules(99))).toEqual([]);
});

it("counts over all listeners of a load balancer, not over two of them", () => {
  const second = (lb: string) => (resource: Shape) => {
    resource.aws_lb.other = { ...resource.aws_lb.shop, name: "other" };
    resource.aws_lb_listener.second = {
      ...resource.aws_lb_listener.http,
      port: 81,
      load_balancer_arn: `\${aws_lb.${lb}.arn}`,
    };
    withRules(100, { listener_arn: "${aws_lb_listener.second.arn}" })(resource);
  };
  expect(findIn(tooManyRules, second("shop"))).toHaveLength(1);
  expect(findIn(tooManyRules, second("other"))).toEqual([]);
});

it("counts every instance of a resource", () => {
  const counted = (count: number) => (resource: Shape) => {
    resource.aws_lb_listener_rule.api.count = count;
  };
  expect(findIn(tooManyRules, counted(101))).toHaveLength(1);
  expect(findIn(tooManyRules, counted(100))).toEqual([]);
});

it("takes the quota that the account has", () => {
  const two = { quotas: { rulesPerLoadBalancer: 2 } };
  expect(findIn(tooManyRules, withRules(2), two)[0]?.message).toContain("at most 2 rules");
  expect(findIn(tooManyRules, withRules(1), two)).toEqual([]);
  expect(findIn(tooManyRules, withRules(150), { quotas: { rulesPerLoadBalancer: 200 } })).toEqual([]);
});

it("does not count rules that may not be there, nor those of a listener that nobody knows", () => {
  expect(findIn(tooManyRules, withRules(101, { count: "${var.count}" }))).toEqual([]);
  expect(findIn(tooManyRules, withRules(101, { listener_arn: "${var.listener}" }))).toEqual([]);
});
