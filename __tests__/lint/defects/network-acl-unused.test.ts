import { networkAclUnused } from "../../../lab/lint/defects/network-acl-unused";
import { foundAt } from "../support/patched";
import type { Shape } from "../support/shop";

const aclWith = (settings: Shape, beside: Shape = {}) => ({
  aws_network_acl: { one: { vpc_id: "${aws_vpc.main.id}", ...settings } },
  ...beside,
});
const association = (acl: string) => ({
  aws_network_acl_association: { a: { network_acl_id: acl, subnet_id: "${aws_subnet.a.id}" } },
});

test.each([null, []])("finds an ACL with %p for subnets [CKV2_AWS_1, EC2.16]", (subnets) => {
  expect(foundAt(networkAclUnused, aclWith({ subnet_ids: subnets }))).toEqual(["aws_network_acl.one"]);
});

test.each([
  ["subnets", aclWith({ subnet_ids: ["${aws_subnet.a.id}"] })],
  ["an association", aclWith({}, association("${aws_network_acl.one.id}"))],
  ["an association of which nobody knows", aclWith({}, association("${var.acl}"))],
  ["subnets that nobody knows", aclWith({ subnet_ids: "${var.subnets}" })],
])("says nothing of an ACL with %s", (_, patch) => {
  expect(foundAt(networkAclUnused, patch)).toEqual([]);
});
