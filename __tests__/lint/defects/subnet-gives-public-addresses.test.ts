import { subnetGivesPublicAddresses } from "../../../lab/lint/defects/subnet-gives-public-addresses";
import { foundAt, messagesOf } from "../support/patched";

const subnetWith = (value: unknown) => ({ aws_subnet: { a: { map_public_ip_on_launch: value } } });

test.each([true, "true"])("finds a subnet with %p [CKV_AWS_130, AWS-0164, EC2.15]", (value) => {
  expect(messagesOf(subnetGivesPublicAddresses, subnetWith(value))).toEqual([
    "map_public_ip_on_launch must be false, got true",
  ]);
});

test.each([null, false, "${var.public}"])("says nothing of %p", (value) => {
  expect(foundAt(subnetGivesPublicAddresses, subnetWith(value))).toEqual([]);
});

it("says nothing of a subnet that no load balancer and no server is in", () => {
  const spare = { vpc_id: "${aws_vpc.main.id}", cidr_block: "10.0.9.0/24", map_public_ip_on_launch: true };
  expect(foundAt(subnetGivesPublicAddresses, { aws_subnet: { spare } })).toEqual([]);
});
