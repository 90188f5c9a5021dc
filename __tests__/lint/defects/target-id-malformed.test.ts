import { targetIdMalformed } from "../../../lab/lint/defects/target-id-malformed";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const holding =
  (target_type: string, target_id: string, more: Shape = {}) =>
  (resource: Shape) => {
    Object.assign(resource.aws_lb_target_group.web, { target_type, ...more });
    resource.aws_lb_target_group_attachment.web.target_id = target_id;
  };

it.each([
  ["instance", "10.0.0.9", "the id of an instance such as i-0123456789abcdef0"],
  ["instance", "web", "the id of an instance such as i-0123456789abcdef0"],
  [
    "instance",
    "arn:aws:ec2:eu-west-1:1:instance/i-0123456789abcdef0",
    "the id of an instance such as i-0123456789abcdef0",
  ],
  ["ip", "i-0123456789abcdef0", "an IPv4 address"],
  ["ip", "10.0.0.0/24", "an IPv4 address"],
  ["ip", "10.0.0.300", "an IPv4 address"],
  ["ip", "web.internal", "an IPv4 address"],
  ["ip", "2001:db8::1", "an IPv4 address"],
  ["lambda", "shorten", "the ARN of a function"],
  ["lambda", "arn:aws:iam::123456789012:role/shorten", "the ARN of a function"],
])("refuses for type %s the target %j [N7, TF21]", (type, id, name) => {
  expect(
    findIn(targetIdMalformed, holding(type, id)).map(({ address, message }) => `${address}: ${message}`),
  ).toEqual([
    `aws_lb_target_group_attachment.web: target_id must be ${name} in a group of type ${type}, got "${id}"`,
  ]);
});

it("knows groups of IPv6 addresses", () => {
  const v6 = { ip_address_type: "ipv6" };
  expect(findIn(targetIdMalformed, holding("ip", "10.0.0.9", v6))).toHaveLength(1);
  expect(findIn(targetIdMalformed, holding("ip", "2001:db8::1", v6))).toEqual([]);
});

it.each([
  ["instance", "i-0123456789abcdef0"],
  ["instance", "i-1234abcd"],
  ["ip", "10.0.0.9"],
  ["lambda", "arn:aws:lambda:eu-west-1:123456789012:function:shorten"],
  ["lambda", "arn:aws-cn:lambda:cn-north-1:123456789012:function:shorten:live"],
  ["instance", "${var.id}"],
  ["ip", "${aws_instance.web.private_ip}"],
  ["${var.type}", "web"],
])("is silent for type %s about the target %j", (type, id) => {
  expect(findIn(targetIdMalformed, holding(type, id))).toEqual([]);
});

it("is silent about an auto scaling group that is attached by its name", () => {
  const attached = (resource: Shape) => {
    resource.aws_autoscaling_attachment = {
      web: { autoscaling_group_name: "web", lb_target_group_arn: "${aws_lb_target_group.web.arn}" },
    };
  };
  expect(findIn(targetIdMalformed, attached)).toEqual([]);
});

it("does not judge a family of addresses that nobody knows", () => {
  const open = { ip_address_type: "${var.family}" };
  expect(findIn(targetIdMalformed, holding("ip", "2001:db8::1", open))).toEqual([]);
  expect(findIn(targetIdMalformed, holding("ip", "web", open))).toHaveLength(1);
});
