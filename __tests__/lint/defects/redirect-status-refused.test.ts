import { redirectStatusRefused } from "../../../lab/lint/defects/redirect-status-refused";
import { byDefault, inRule, redirect } from "../support/actions";
import { findIn } from "../support/find";

const withStatus = (status_code: unknown) => redirect({ protocol: "HTTPS", port: "443", status_code });

it.each([
  [301, '"301"'],
  ["301", '"301"'],
  ["HTTP_303", '"HTTP_303"'],
  ["HTTP_308", '"HTTP_308"'],
  ["http_301", '"http_301"'],
  ["", '""'],
  [null, "nothing"],
])("refuses a status of %j [B14, R55]", (status, got) => {
  expect(findIn(redirectStatusRefused, byDefault(withStatus(status)))).toMatchObject([
    {
      address: "aws_lb_listener.http",
      severity: "error",
      message: `redirect status_code must be HTTP_301 or HTTP_302, got ${got}`,
    },
  ]);
});

it("looks at rules, and at a block that is a list of one", () => {
  const action = { type: "redirect", redirect: [{ path: "/x", status_code: "HTTP_307" }] };
  expect(findIn(redirectStatusRefused, inRule(action))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it.each(["HTTP_301", "HTTP_302", "${var.status}"])("takes %s", (status) => {
  expect(findIn(redirectStatusRefused, byDefault(withStatus(status)))).toEqual([]);
});

it("says nothing where the block is missing, a mistake of its own", () => {
  expect(findIn(redirectStatusRefused, byDefault({ type: "redirect" }))).toEqual([]);
});
