import { securityGroupOfAnotherVpc } from "../../../lab/lint/defects/security-group-of-another-vpc";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const vpcOf = (group: string, vpc_id: string | null) => (resource: Shape) => {
  resource.aws_vpc.other = { cidr_block: "10.1.0.0/16" };
  resource.aws_security_group[group].vpc_id = vpc_id;
};

it("refuses a group of another VPC for a load balancer and for instances [N7]", () => {
  expect(findIn(securityGroupOfAnotherVpc, vpcOf("alb", "${aws_vpc.other.id}"))).toMatchObject([
    {
      address: "aws_lb.shop",
      message: expect.stringContaining("got aws_security_group.alb of aws_vpc.other"),
    },
  ]);
  const found = findIn(securityGroupOfAnotherVpc, vpcOf("web", "${aws_vpc.other.id}"));
  expect(found.map(({ address }) => address)).toEqual(["aws_instance.api", "aws_instance.web"]);
});

it("knows that a group without a VPC is made in the default one", () => {
  expect(findIn(securityGroupOfAnotherVpc, vpcOf("alb", null))).toMatchObject([
    { message: expect.stringContaining("of the default VPC"), fix: "set vpc_id of aws_security_group.alb" },
  ]);
  const inDefault = (resource: Shape) => {
    vpcOf("alb", null)(resource);
    resource.aws_default_vpc = { main: {} };
    for (const name of ["a", "b"]) resource.aws_subnet[name].vpc_id = "${aws_default_vpc.main.id}";
  };
  const found = findIn(securityGroupOfAnotherVpc, inDefault);
  expect(found.map(({ address }) => address)).not.toContain("aws_lb.shop");
});

it.each(["${aws_vpc.main.id}", "${var.vpc}", "vpc-1"])("is silent about a group of %s", (vpc) => {
  expect(findIn(securityGroupOfAnotherVpc, vpcOf("alb", vpc))).toEqual([]);
});

it("is silent about groups and subnets that are not described", () => {
  const lost = (resource: Shape) => {
    vpcOf("alb", "${aws_vpc.other.id}")(resource);
    resource.aws_lb.shop.subnets = ["subnet-1", "subnet-2"];
  };
  expect(findIn(securityGroupOfAnotherVpc, lost)).toEqual([]);
});
