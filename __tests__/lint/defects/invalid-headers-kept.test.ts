import { invalidHeadersKept } from "../../../lab/lint/defects/invalid-headers-kept";
import { foundAt, messagesOf } from "../support/patched";
import type { Shape } from "../support/shop";

const lbWith = (settings: Shape) => ({ aws_lb: { shop: settings } });

it("finds headers that are kept, said or not [CKV_AWS_131, AWS-0052, ELB.4]", () => {
  expect(messagesOf(invalidHeadersKept, lbWith({ drop_invalid_header_fields: "false" }))).toEqual([
    "drop_invalid_header_fields must be true, got false",
  ]);
  expect(foundAt(invalidHeadersKept, lbWith({ drop_invalid_header_fields: null }))).toEqual(["aws_lb.shop"]);
});

it("finds them at a load balancer by its other name", () => {
  const alb = { name: "other", subnets: ["subnet-1", "subnet-2"] };
  expect(foundAt(invalidHeadersKept, { aws_alb: { other: alb } })).toEqual(["aws_alb.other"]);
});

test.each([
  ["dropped headers", { drop_invalid_header_fields: true }],
  ["a value that nobody knows", { drop_invalid_header_fields: "${var.drop}" }],
  ["a network load balancer", { load_balancer_type: "network", drop_invalid_header_fields: false }],
])("says nothing of %s", (_, settings) => {
  expect(foundAt(invalidHeadersKept, lbWith(settings))).toEqual([]);
});
