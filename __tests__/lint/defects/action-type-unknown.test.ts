import { actionTypeUnknown } from "../../../lab/lint/defects/action-type-unknown";
import { byDefault, forward, inRule } from "../support/actions";
import { findIn } from "../support/find";

it.each([
  ["fixed_response", '"fixed_response"'],
  ["Forward", '"Forward"'],
  ["", '""'],
  [undefined, "nothing"],
  ['x\n"', '"x\\n\\""'],
])("refuses an action of type %j [TF61]", (type, got) => {
  const found = findIn(actionTypeUnknown, byDefault({ ...forward(), type }));
  expect(found).toMatchObject([{ address: "aws_lb_listener.http", severity: "error" }]);
  expect(found[0]?.message.endsWith(`or jwt-validation, got ${got}`)).toBe(true);
});

it("looks at rules as well", () => {
  expect(findIn(actionTypeUnknown, inRule({ type: "authenticate_oidc" }))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it.each([
  "forward",
  "redirect",
  "fixed-response",
  "authenticate-oidc",
  "authenticate-cognito",
  "jwt-validation",
  "${var.type}",
])("takes %s [R40, R41]", (type) => {
  expect(findIn(actionTypeUnknown, byDefault({ type }))).toEqual([]);
});
