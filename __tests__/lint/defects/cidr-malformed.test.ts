import { cidrMalformed } from "../../../lab/lint/defects/cidr-malformed";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const vpc = (cidr_block: unknown) => (resource: Shape) => {
  resource.aws_vpc.main.cidr_block = cidr_block;
};

it.each([
  "10.0.0.0",
  "10.0.0/16",
  "10.0.0.256/24",
  "10.0.0.0/33",
  "10.00.0.0/16",
  "fd00::/16",
  "10.0.0.0/16 ",
  "x",
])("refuses %s [N12, B52]", (cidr) => {
  const [finding, ...others] = findIn(cidrMalformed, vpc(cidr));
  expect(others).toEqual([]);
  expect(finding?.message).toBe(`cidr_block must be an IPv4 network, got "${cidr}"`);
});

it("says what host bits were meant to be", () => {
  expect(linesIn(cidrMalformed, vpc("10.1.2.3/20"))).toEqual([
    'aws_vpc.main: cidr_block must be an IPv4 network, got "10.1.2.3/20"; write 10.1.0.0/20',
  ]);
});

it("judges subnets too", () => {
  const subnet = (resource: Shape) => {
    resource.aws_subnet.b.cidr_block = "10.0.1.5/24";
  };
  expect(findIn(cidrMalformed, subnet)).toMatchObject([{ address: "aws_subnet.b" }]);
});

it.each(["10.0.0.0/16", "0.0.0.0/0", "255.255.255.255/32", "${var.cidr}", "", null])(
  "is silent about %s",
  (cidr) => {
    expect(findIn(cidrMalformed, vpc(cidr))).toEqual([]);
  },
);
