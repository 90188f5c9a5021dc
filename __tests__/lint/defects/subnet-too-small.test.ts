import { subnetTooSmall } from "../../../lab/lint/defects/subnet-too-small";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const sized = (cidr_block: string) => (resource: Shape) => {
  resource.aws_subnet.a.cidr_block = cidr_block;
};

it("warns of a /28, once for all load balancers [N4]", () => {
  const twice = (resource: Shape) => {
    sized("10.0.0.0/28")(resource);
    resource.aws_lb.other = { ...resource.aws_lb.shop, name: "other" };
  };
  expect(findIn(subnetTooSmall, twice)).toMatchObject([
    { address: "aws_subnet.a", severity: "warning", message: expect.stringContaining('got "10.0.0.0/28"') },
  ]);
});

it.each(["10.0.0.0/27", "10.0.0.0/24", "10.0.0.0/29", "${var.cidr}", "none"])(
  "is silent about %s",
  (cidr) => {
    expect(findIn(subnetTooSmall, sized(cidr))).toEqual([]);
  },
);

it("is silent about a subnet without a load balancer", () => {
  const unused = (resource: Shape) => {
    resource.aws_subnet.c = { ...resource.aws_subnet.a, cidr_block: "10.0.9.0/28" };
  };
  expect(findIn(subnetTooSmall, unused)).toEqual([]);
});
