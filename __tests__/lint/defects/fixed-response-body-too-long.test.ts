import { fixedResponseBodyTooLong } from "../../../lab/lint/defects/fixed-response-body-too-long";
import { byDefault, fixedResponse, inRule } from "../support/actions";
import { findIn } from "../support/find";

const saying = (message_body: string) => fixedResponse({ message_body });

it("refuses 1025 characters [B21, R66]", () => {
  const message = "fixed_response message_body must be at most 1024 characters, got 1025";
  expect(findIn(fixedResponseBodyTooLong, byDefault(saying("x".repeat(1025))))).toMatchObject([
    { address: "aws_lb_listener.http", severity: "error", message },
  ]);
  expect(findIn(fixedResponseBodyTooLong, inRule(saying("x".repeat(1025))))).toMatchObject([
    { address: "aws_lb_listener_rule.api", severity: "error", message },
  ]);
});

it("counts bytes as Terraform does [TF56]", () => {
  const [finding] = findIn(fixedResponseBodyTooLong, byDefault(saying("é".repeat(513))));
  expect(finding?.message).toContain("got 1026 bytes, which Terraform counts");
});

it.each([
  ["1024 characters", saying("x".repeat(1024))],
  ["1024 bytes", saying("é".repeat(512))],
  ["no text", fixedResponse()],
  ["a text that nobody knows", saying("${var.text}")],
])("is silent about %s", (_, action) => {
  expect(findIn(fixedResponseBodyTooLong, byDefault(action))).toEqual([]);
});
