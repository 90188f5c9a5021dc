import { redirectPlaceholderMisplaced } from "../../../lab/lint/defects/redirect-placeholder-misplaced";
import { byDefault, inRule, redirect } from "../support/actions";
import { findIn } from "../support/find";

it.each([
  ["host", "#{path}.example.com", "#{path}"],
  ["host", "#{hostname}", "#{hostname}"],
  ["host", "www.#{port}", "#{port}"],
  ["path", "/#{query}", "#{query}"],
  ["path", "/#{protocol}/#{path}", "#{protocol}"],
  ["path", "/#{uri}", "#{uri}"],
  ["path", "/#{}", "#{}"],
  ["path", "/#{path", "#{path"],
  ["path", "/#{PATH}", "#{PATH}"],
  ["query", "from=#{url}", "#{url}"],
])("refuses the %s %s [R57]", (part, text, got) => {
  const found = findIn(redirectPlaceholderMisplaced, byDefault(redirect({ [part]: text })));
  expect(found).toMatchObject([{ address: "aws_lb_listener.http", severity: "error" }]);
  expect(found[0]?.message).toMatch(new RegExp(`^redirect ${part} must hold no placeholder but #`));
  expect(found[0]?.message.endsWith(`got "${got}"`)).toBe(true);
});

it("looks at rules as well", () => {
  expect(findIn(redirectPlaceholderMisplaced, inRule(redirect({ host: "#{path}" })))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it.each([
  ["host", "www.#{host}"],
  ["path", "/#{host}/#{port}/#{path}"],
  ["path", "/#/login"],
  ["path", "/{path}"],
  ["query", "#{protocol}#{host}#{port}#{path}#{query}"],
  ["host", "${var.host}"],
])("takes the %s %s", (part, text) => {
  expect(findIn(redirectPlaceholderMisplaced, byDefault(redirect({ [part]: text })))).toEqual([]);
});

it("leaves protocol and port to what says that they are malformed", () => {
  expect(
    findIn(redirectPlaceholderMisplaced, byDefault(redirect({ port: "#{prt}", protocol: "#{host}" }))),
  ).toEqual([]);
});
