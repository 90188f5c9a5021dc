import { firewallRateOutOfRange } from "../../../lab/lint/defects/firewall-rate-out-of-range";
import { findIn } from "../support/find";
import { firewallWith, managedRule } from "../support/firewalls";
import { merge } from "../support/pages";
import type { Shape } from "../support/shop";

const limitedTo = (limit: unknown) => (resource: Shape) =>
  merge(
    resource,
    firewallWith({
      rule: [
        { name: "rate", priority: 1, action: { block: {} }, statement: { rate_based_statement: { limit } } },
      ],
    }),
  );

test.each([9, 0, -1, 2_000_000_001])("refuses a limit of %d [B87]", (limit) => {
  expect(findIn(firewallRateOutOfRange, limitedTo(limit))).toMatchObject([
    {
      address: "aws_wafv2_web_acl.shop",
      message: `rate_based_statement limit must be from 10 to 2000000000, got ${limit} in "rate"`,
    },
  ]);
});

test.each([10, 2_000_000_000, "100", "${var.limit}"])("says nothing of %s", (limit) => {
  expect(findIn(firewallRateOutOfRange, limitedTo(limit))).toEqual([]);
});

it("says nothing of a rule that counts nothing", () => {
  const managed = (resource: Shape) => merge(resource, firewallWith({ rule: [managedRule("X")] }));
  expect(findIn(firewallRateOutOfRange, managed)).toEqual([]);
});
