import { targetGroupOfAnotherVpc } from "../../../lab/lint/defects/target-group-of-another-vpc";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const movedTo = (vpc_id: string) => (resource: Shape) => {
  resource.aws_vpc.other = { cidr_block: "10.1.0.0/16" };
  resource.aws_lb_target_group.web.vpc_id = vpc_id;
};

it("refuses a group in another VPC than the load balancer that uses it [N3]", () => {
  expect(linesIn(targetGroupOfAnotherVpc, movedTo("${aws_vpc.other.id}"))).toEqual([
    "aws_lb_target_group.web: vpc_id must be the VPC of aws_lb.shop, aws_vpc.main, got aws_vpc.other; give the group the " +
      "VPC of the load balancer; targets elsewhere are registered by their addresses",
  ]);
});

it.each(["${aws_vpc.main.id}", "${var.vpc}", "vpc-0123456789abcdef0", "${data.aws_vpc.main.id}"])(
  "is silent about %s, which is or may be the same",
  (vpc) => {
    expect(findIn(targetGroupOfAnotherVpc, movedTo(vpc))).toEqual([]);
  },
);

it("is silent about a group that no load balancer uses, and about subnets that nobody knows", () => {
  const unused = (resource: Shape) => {
    movedTo("${aws_vpc.other.id}")(resource);
    resource.aws_lb_listener.http.default_action[0].target_group_arn = "${aws_lb_target_group.api.arn}";
  };
  expect(findIn(targetGroupOfAnotherVpc, unused)).toEqual([]);
  const open = (resource: Shape) => {
    movedTo("${aws_vpc.other.id}")(resource);
    resource.aws_lb.shop.subnets = "${var.subnets}";
  };
  expect(findIn(targetGroupOfAnotherVpc, open)).toEqual([]);
});
