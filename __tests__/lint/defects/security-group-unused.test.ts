import { securityGroupUnused } from "../../../lab/lint/defects/security-group-unused";
import { findIn } from "../support/find";
import { mergeIntoShop } from "../support/pages";
import { foundAt, foundInState } from "../support/patched";
import { webWith } from "../support/servers";
import type { Shape } from "../support/shop";

const id = "${aws_security_group.other.id}";
const otherWith = (beside: Shape = {}) => ({
  aws_security_group: { other: { name: "other", description: "other" } },
  ...beside,
});
const rule = {
  security_group_id: id,
  ip_protocol: "tcp",
  from_port: 80,
  to_port: 80,
  cidr_ipv4: "10.0.0.0/8",
};

test.each([
  ["nobody", otherWith()],
  ["nobody but its own rules", otherWith({ aws_vpc_security_group_ingress_rule: { other: rule } })],
])("finds a group with %s in it [CKV2_AWS_5]", (_, patch) => {
  expect(foundAt(securityGroupUnused, patch)).toEqual(["aws_security_group.other"]);
});

test.each([
  ["a server", webWith({ vpc_security_group_ids: [id] })],
  ["a template", { aws_launch_template: { one: { network_interfaces: [{ security_groups: [id] }] } } }],
  [
    "an interface that gets it later",
    { aws_network_interface_sg_attachment: { one: { security_group_id: id } } },
  ],
  ["a function", { aws_lambda_function: { one: { vpc_config: { security_group_ids: [id] } } } }],
  ["a resource of which nobody knows", webWith({ vpc_security_group_ids: "${var.groups}" })],
  [
    "something that mentions it anywhere",
    { aws_eks_cluster: { one: { settings: { any: { place: [id] } } } } },
  ],
  ["a module that nobody sees", { aws_instance: {} }],
])("says nothing of a group with %s in it", (who, beside) => {
  const isModule = who.startsWith("a module");
  const found = findIn(securityGroupUnused, (_, whole) => {
    mergeIntoShop(whole, otherWith(beside));
    if (isModule) whole.module = { database: { source: "./database", group: id } };
  });
  expect(found).toEqual([]);
});

it("knows the groups of a state by their ids", () => {
  const state = {
    "aws_lb.shop": { id: "lb", arn: "lb", load_balancer_type: "application", security_groups: ["sg-1"] },
    "aws_security_group.used": { id: "sg-1" },
    "aws_security_group.kept": { id: "sg-2" },
    "aws_security_group.other": { id: "sg-3" },
    "aws_memorydb_cluster.one": { anything: [{ of: "sg-2" }] },
  };
  expect(foundInState(securityGroupUnused, state)).toEqual(["aws_security_group.other"]);
});
