import { weightOutOfRange } from "../../../lab/lint/defects/weight-out-of-range";
import { arnOf, byDefault, inRule, weighted } from "../support/actions";
import { findIn } from "../support/find";

it.each([-1, 1000, 0.5, "1000", "half"])("refuses a weight of %j [B17, R46]", (weight) => {
  const [finding, ...others] = findIn(weightOutOfRange, byDefault(weighted({ web: weight, api: 1 })));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb_listener.http", severity: "error" });
  expect(finding?.message).toMatch(
    /weight must be a whole number from 0 to 999, got "?(-1|1000|0\.5|half)"?$/,
  );
});

it("looks at rules, and at a forward block that is a list of one", () => {
  const action = { type: "forward", forward: [{ target_group: [{ arn: arnOf("web"), weight: 1000 }] }] };
  expect(findIn(weightOutOfRange, inRule(action))).toMatchObject([{ address: "aws_lb_listener_rule.api" }]);
});

it.each([0, 999, "999", null, "${var.weight}"])("is silent about a weight of %j", (weight) => {
  expect(findIn(weightOutOfRange, byDefault(weighted({ web: weight, api: 1 })))).toEqual([]);
});
