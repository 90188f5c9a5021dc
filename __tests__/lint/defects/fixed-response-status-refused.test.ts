import { fixedResponseStatusRefused } from "../../../lab/lint/defects/fixed-response-status-refused";
import { byDefault, fixedResponse, inRule } from "../support/actions";
import { findIn } from "../support/find";

it.each([
  ["302", '"302"'],
  [302, '"302"'],
  ["100", '"100"'],
  ["600", '"600"'],
  ["4XX", '"4XX"'],
  ["20", '"20"'],
  ["", '""'],
  [null, "nothing"],
])("refuses a status of %j [B21, R65, TF56]", (status_code, got) => {
  expect(findIn(fixedResponseStatusRefused, byDefault(fixedResponse({ status_code })))).toMatchObject([
    {
      address: "aws_lb_listener.http",
      severity: "error",
      message: `fixed_response status_code must be 2XX, 4XX or 5XX, got ${got}`,
    },
  ]);
});

it("looks at rules, and at a block that is a list of one", () => {
  const action = { type: "fixed-response", fixed_response: [{ content_type: "text/plain" }] };
  expect(findIn(fixedResponseStatusRefused, inRule(action))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it.each(["200", 299, "400", "599", "${var.status}"])("takes %j", (status_code) => {
  expect(findIn(fixedResponseStatusRefused, byDefault(fixedResponse({ status_code })))).toEqual([]);
});

it("says nothing where the block is missing, a mistake of its own", () => {
  expect(findIn(fixedResponseStatusRefused, byDefault({ type: "fixed-response" }))).toEqual([]);
});
