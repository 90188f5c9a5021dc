import { vpcCidrPublic } from "../../../lab/lint/defects/vpc-cidr-public";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const of = (cidr_block: string) => (resource: Shape) => {
  resource.aws_vpc.main.cidr_block = cidr_block;
};

it.each([
  "8.8.0.0/16",
  "172.32.0.0/16",
  "172.0.0.0/8",
  "192.169.0.0/16",
  "100.128.0.0/16",
  "224.0.0.0/16",
  "11.0.0.0/16",
])("warns of %s [B53]", (cidr) => {
  const [finding] = findIn(vpcCidrPublic, of(cidr));
  expect(finding).toMatchObject({ address: "aws_vpc.main", severity: "warning" });
  expect(finding?.message).toContain(`got "${cidr}"`);
});

it.each([
  "10.255.0.0/16",
  "172.31.0.0/16",
  "192.168.0.0/16",
  "100.64.0.0/16",
  "100.127.0.0/16",
  "${var.cidr}",
  "8.8/16",
])("is silent about %s", (cidr) => {
  expect(findIn(vpcCidrPublic, of(cidr))).toEqual([]);
});
