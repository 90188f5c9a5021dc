import { actionOrderOutOfRange } from "../../../lab/lint/defects/action-order-out-of-range";
import { byDefault, forward, inRule } from "../support/actions";
import { findIn } from "../support/find";

it.each([0, -1, 50001, 1.5, "50001"])("refuses an order of %j [R42]", (order) => {
  const found = findIn(actionOrderOutOfRange, byDefault({ ...forward(), order }));
  expect(found).toMatchObject([{ address: "aws_lb_listener.http", severity: "error" }]);
  expect(found[0]?.message).toBe(`default_action order must be a whole number from 1 to 50000, got ${order}`);
});

it("looks at rules as well", () => {
  expect(findIn(actionOrderOutOfRange, inRule({ ...forward("api"), order: 0 }))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it.each([1, 50000, "1", null, "${var.order}"])("is silent about an order of %j", (order) => {
  expect(findIn(actionOrderOutOfRange, byDefault({ ...forward(), order }))).toEqual([]);
});
