import { subnetOutsideVpc } from "../../../lab/lint/defects/subnet-outside-vpc";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const subnet = (cidr_block: string) => (resource: Shape) => {
  resource.aws_subnet.a.cidr_block = cidr_block;
};

it.each(["10.1.0.0/24", "192.168.0.0/24", "10.0.0.0/15"])("refuses %s in 10.0.0.0/16 [N12]", (cidr) => {
  const [finding, ...others] = findIn(subnetOutsideVpc, subnet(cidr));
  expect(others).toEqual([]);
  expect(finding?.message).toBe(`cidr_block must lie in "10.0.0.0/16" of aws_vpc.main, got "${cidr}"`);
});

it.each(["10.0.255.0/24", "10.0.0.0/16", "${var.cidr}", "x"])("is silent about %s", (cidr) => {
  expect(findIn(subnetOutsideVpc, subnet(cidr))).toEqual([]);
});

it.each([
  ["10.1.0.0/16", 0],
  ["10.2.0.0/16", 1],
  ["${var.more}", 0],
])("counts %s that is added to the VPC", (cidr_block, findings) => {
  const added = (resource: Shape) => {
    const vpc_id = "${aws_vpc.main.id}";
    resource.aws_vpc_ipv4_cidr_block_association = { more: { vpc_id, cidr_block } };
    subnet("10.1.0.0/24")(resource);
  };
  expect(findIn(subnetOutsideVpc, added)).toHaveLength(findings);
});

it("is silent where the network of the VPC is not known, or the VPC is looked up", () => {
  const open = (resource: Shape) => {
    resource.aws_vpc.main.cidr_block = "${var.cidr}";
    subnet("10.1.0.0/24")(resource);
  };
  expect(findIn(subnetOutsideVpc, open)).toEqual([]);
  const looked = (resource: Shape, whole: Shape) => {
    whole.data = { aws_vpc: { main: { cidr_block: "10.9.0.0/16" } } };
    resource.aws_subnet.a.vpc_id = "${data.aws_vpc.main.id}";
  };
  expect(findIn(subnetOutsideVpc, looked)).toEqual([]);
});
