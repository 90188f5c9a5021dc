import { vpcCidrSize } from "../../../lab/lint/defects/vpc-cidr-size";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const sized = (cidr_block: string) => (resource: Shape) => {
  resource.aws_vpc.main.cidr_block = cidr_block;
};

it.each(["10.0.0.0/15", "10.0.0.0/8", "10.0.0.0/29", "0.0.0.0/0"])("refuses %s [N12, B52]", (cidr) => {
  const [finding, ...others] = findIn(vpcCidrSize, sized(cidr));
  expect(others).toEqual([]);
  expect(finding?.message).toContain(`got /${cidr.split("/")[1]}`);
});

it.each(["10.0.0.0/16", "10.0.0.0/28", "${var.cidr}", "10.0/8"])("is silent about %s", (cidr) => {
  expect(findIn(vpcCidrSize, sized(cidr))).toEqual([]);
});

it("judges a network that is added to a VPC", () => {
  const added = (resource: Shape) => {
    const vpc_id = "${aws_vpc.main.id}";
    resource.aws_vpc_ipv4_cidr_block_association = { more: { vpc_id, cidr_block: "10.4.0.0/14" } };
  };
  expect(findIn(vpcCidrSize, added)).toMatchObject([{ address: "aws_vpc_ipv4_cidr_block_association.more" }]);
});
