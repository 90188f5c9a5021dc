import { targetOfAnotherVpc } from "../../../lab/lint/defects/target-of-another-vpc";
import { findIn, linesIn } from "../support/find";
import { scalingWith } from "../support/scaling";
import type { Shape } from "../support/shop";

const otherVpc = (resource: Shape) => {
  resource.aws_vpc.other = { cidr_block: "10.1.0.0/16" };
  resource.aws_subnet.other = {
    vpc_id: "${aws_vpc.other.id}",
    cidr_block: "10.1.0.0/24",
    availability_zone: "eu-west-1a",
  };
};
const instanceWith = (settings: Shape) => (resource: Shape) => {
  otherVpc(resource);
  Object.assign(resource.aws_instance.web, settings);
};

it("refuses an instance of another VPC [N7]", () => {
  expect(linesIn(targetOfAnotherVpc, instanceWith({ subnet_id: "${aws_subnet.other.id}" }))).toEqual([
    "aws_lb_target_group_attachment.web: the target must be in the VPC of its group, aws_vpc.main, got one in " +
      "aws_vpc.other; register an instance of the same VPC, or give the group the VPC of its targets",
  ]);
});

it("refuses an instance without a subnet, which starts in the default VPC", () => {
  const [finding] = findIn(targetOfAnotherVpc, instanceWith({ subnet_id: null }));
  expect(finding?.message).toContain("got one in the default VPC");
});

it("refuses an auto scaling group with a subnet there, at the group", () => {
  const scaling = (resource: Shape) => {
    otherVpc(resource);
    scalingWith({ vpc_zone_identifier: ["${aws_subnet.a.id}", "${aws_subnet.other.id}"] })(resource);
  };
  expect(findIn(targetOfAnotherVpc, scaling).map(({ address }) => address)).toEqual([
    "aws_autoscaling_group.web",
  ]);
});

it("leaves a group alone that is in another VPC than its load balancer, which is said of the group", () => {
  const group = (resource: Shape) => {
    otherVpc(resource);
    resource.aws_lb_target_group.web.vpc_id = "${aws_vpc.other.id}";
  };
  expect(findIn(targetOfAnotherVpc, group)).toEqual([]);
});

it.each<[string, (resource: Shape) => void]>([
  ["the subnet is not known", instanceWith({ subnet_id: "${var.subnet}" })],
  ["the subnet is not declared here", instanceWith({ subnet_id: "subnet-1" })],
  [
    "the VPC of the group is not known",
    (resource) => {
      resource.aws_lb_target_group.web.vpc_id = "${var.vpc}";
    },
  ],
  [
    "the VPC of the group is looked up, and may be the same",
    (resource) => {
      resource.aws_lb_target_group.web.vpc_id = "vpc-1";
    },
  ],
  [
    "addresses are registered, which may be elsewhere",
    (resource) => {
      instanceWith({ subnet_id: "${aws_subnet.other.id}" })(resource);
      resource.aws_lb_target_group.web.target_type = "ip";
    },
  ],
  [
    "the group and its instances are in the default VPC",
    (resource) => {
      instanceWith({ subnet_id: null })(resource);
      resource.aws_default_vpc = { default: {} };
      resource.aws_lb_target_group.web.vpc_id = "${aws_default_vpc.default.id}";
    },
  ],
])("is silent where %s", (_, change) => {
  expect(findIn(targetOfAnotherVpc, change)).toEqual([]);
});
