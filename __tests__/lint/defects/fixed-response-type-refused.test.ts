import { fixedResponseTypeRefused } from "../../../lab/lint/defects/fixed-response-type-refused";
import { byDefault, fixedResponse, inRule } from "../support/actions";
import { findIn } from "../support/find";

it.each([
  ["text/xml", '"text/xml"'],
  ["text/html; charset=utf-8", '"text/html; charset=utf-8"'],
  ["TEXT/HTML", '"TEXT/HTML"'],
  ["", '""'],
  [null, "nothing"],
])("refuses the type %j [B21, R66, TF56]", (content_type, got) => {
  const found = findIn(fixedResponseTypeRefused, byDefault(fixedResponse({ content_type })));
  expect(found).toMatchObject([{ address: "aws_lb_listener.http", severity: "error" }]);
  expect(found[0]?.message.endsWith(`or application/json, got ${got}`)).toBe(true);
});

it("looks at rules as well", () => {
  expect(findIn(fixedResponseTypeRefused, inRule(fixedResponse({ content_type: "text/xml" })))).toMatchObject(
    [{ address: "aws_lb_listener_rule.api" }],
  );
});

it.each(["text/plain", "text/css", "text/html", "application/javascript", "application/json", "${var.type}"])(
  "takes %s",
  (content_type) => {
    expect(findIn(fixedResponseTypeRefused, byDefault(fixedResponse({ content_type })))).toEqual([]);
  },
);

it("says nothing where the block is missing, a mistake of its own", () => {
  expect(findIn(fixedResponseTypeRefused, byDefault({ type: "fixed-response" }))).toEqual([]);
});
