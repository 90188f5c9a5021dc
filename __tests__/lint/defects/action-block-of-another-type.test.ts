import { actionBlockOfAnotherType } from "../../../lab/lint/defects/action-block-of-another-type";
import { byDefault, cognito, fixedResponse, forward, inRule, redirect, weighted } from "../support/actions";
import { findIn } from "../support/find";

it.each([
  ["redirect", "redirect", "fixed_response", { ...fixedResponse(), type: "redirect" }],
  ["fixed-response", "fixed_response", "none", { type: "fixed-response" }],
  ["fixed-response", "fixed_response", "redirect", { ...redirect({ path: "/x" }), type: "fixed-response" }],
  [
    "authenticate-oidc",
    "authenticate_oidc",
    "authenticate_cognito",
    { ...cognito(), type: "authenticate-oidc" },
  ],
  ["redirect", "redirect", "target_group_arn", { ...forward(), type: "redirect" }],
  ["redirect", "redirect", "none", { type: "redirect", redirect: [] }],
])("refuses type %s without the block %s, with %s [TF61]", (type, block, got, action) => {
  expect(findIn(actionBlockOfAnotherType, byDefault(action))).toMatchObject([
    {
      address: "aws_lb_listener.http",
      severity: "error",
      message: `default_action of type ${type} must have a ${block} block, got ${got}`,
    },
  ]);
});

it.each([
  ["fixed_response", { ...forward(), ...fixedResponse(), type: "forward" }],
  ["target_group_arn", { ...forward(), ...redirect({ path: "/x" }), type: "redirect" }],
  ["forward", { ...weighted({ web: 1, api: 1 }), ...fixedResponse(), type: "fixed-response" }],
])("warns of %s that is dropped in silence", (got, action) => {
  const found = findIn(actionBlockOfAnotherType, inRule(action));
  expect(found).toMatchObject([{ address: "aws_lb_listener_rule.api", severity: "warning" }]);
  expect(found[0]?.message).toContain(`must have nothing of another type, got ${got}, which is ignored`);
});

it.each([
  ["an action with its own block", forward()],
  ["a block as a list of one", { type: "redirect", redirect: [{ path: "/x", status_code: "HTTP_301" }] }],
  ["what a state holds of others", { ...forward(), redirect: [], fixed_response: [], forward: [] }],
  ["an ARN that may be null", { ...fixedResponse(), target_group_arn: "${var.arn}" }],
  [
    "a block that nobody knows",
    { type: "redirect", dynamic: { redirect: { for_each: "${var.r}", content: {} } } },
  ],
  ["a type that nobody knows", { ...fixedResponse(), type: "${var.type}" }],
  ["a forward without a group, a mistake of its own", { type: "forward" }],
  ["a type of a later provider", { type: "jwt-validation", jwt_validation: {} }],
  ["a type that is a word of the language", { type: "constructor" }],
])("is silent about %s", (_, action) => {
  expect(findIn(actionBlockOfAnotherType, byDefault(action))).toEqual([]);
});
