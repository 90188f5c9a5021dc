import { loadBalancerOfTwoSubnetArguments } from "../../../lab/lint/defects/load-balancer-of-two-subnet-arguments";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const mapped =
  (subnet_mapping: unknown, more: object = {}) =>
  (resource: Shape) => {
    Object.assign(resource.aws_lb.shop, { subnet_mapping, ...more });
  };
const mappings = [{ subnet_id: "${aws_subnet.a.id}" }, { subnet_id: "${aws_subnet.b.id}" }];

it("refuses subnets beside one mapping and beside several [TF6]", () => {
  for (const written of [mappings, mappings[0]])
    expect(findIn(loadBalancerOfTwoSubnetArguments, mapped(written))).toMatchObject([
      { address: "aws_lb.shop", severity: "error", message: expect.stringContaining("got both") },
    ]);
});

it.each([null, []])("is silent about mappings where subnets are %j", (subnets) => {
  expect(findIn(loadBalancerOfTwoSubnetArguments, mapped(mappings, { subnets }))).toEqual([]);
});

it("is silent about subnets alone, and where one of the two is not known", () => {
  expect(findIn(loadBalancerOfTwoSubnetArguments, mapped([]))).toEqual([]);
  const open = mapped(mappings, { subnets: "${var.subnets}" });
  expect(findIn(loadBalancerOfTwoSubnetArguments, open)).toEqual([]);
  const dynamic = mapped(undefined, { dynamic: { subnet_mapping: { for_each: [1], content: {} } } });
  expect(findIn(loadBalancerOfTwoSubnetArguments, dynamic)).toEqual([]);
});
