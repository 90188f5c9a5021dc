import { targetGroupOfTwoLoadBalancers } from "../../../lab/lint/defects/target-group-of-two-load-balancers";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const withOther = (group: string) => (resource: Shape) => {
  resource.aws_lb.other = { ...resource.aws_lb.shop, name: "other" };
  resource.aws_lb_listener.other = {
    ...resource.aws_lb_listener.http,
    load_balancer_arn: "${aws_lb.other.arn}",
    default_action: [{ type: "forward", target_group_arn: `\${aws_lb_target_group.${group}.arn}` }],
  };
};

it("refuses a group that a rule of one and the default action of another load balancer use [R51, N29]", () => {
  const [finding, ...others] = findIn(targetGroupOfTwoLoadBalancers, withOther("api"));
  expect(others).toEqual([]);
  expect(finding?.message).toContain("got aws_lb.other and aws_lb.shop");
});

it("is silent where the second load balancer has a group of its own", () => {
  const own = (resource: Shape) => {
    resource.aws_lb_target_group.own = { ...resource.aws_lb_target_group.api, name: "own" };
    withOther("own")(resource);
  };
  expect(findIn(targetGroupOfTwoLoadBalancers, own)).toEqual([]);
});

it("is silent about two listeners of one load balancer", () => {
  const second = (resource: Shape) => {
    resource.aws_lb_listener.second = { ...resource.aws_lb_listener.http, port: 81 };
  };
  expect(findIn(targetGroupOfTwoLoadBalancers, second)).toEqual([]);
});
