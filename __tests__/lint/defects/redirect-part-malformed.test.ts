import { redirectPartMalformed } from "../../../lab/lint/defects/redirect-part-malformed";
import { byDefault, inRule, redirect } from "../support/actions";
import { findIn } from "../support/find";

const long = "x".repeat(128);

it.each([
  ["port", "99999"],
  ["port", "#{prt}"],
  ["port", "0"],
  ["port", 65536],
  ["port", "443 "],
  ["port", "https"],
  ["port", ""],
  ["protocol", "https"],
  ["protocol", "HTTP/2"],
  ["protocol", "#{port}"],
  ["host", ""],
  ["host", `${long}x`],
  ["host", "https://www.example.com"],
  ["host", "www.example.com/shop"],
  ["host", "www.example.com:8443"],
  ["host", "#{host}:8443"],
  ["host", "www example com"],
  ["path", "login"],
  ["path", "#{path}"],
  ["path", ""],
  ["path", `/${long}`],
  ["query", "?page=1"],
  ["query", "?#{query}"],
  ["query", `${long}x`],
])("refuses the %s %j [B13, R56]", (part, text) => {
  const found = findIn(redirectPartMalformed, byDefault(redirect({ [part]: text })));
  expect(found).toMatchObject([{ address: "aws_lb_listener.http", severity: "error" }]);
  expect(found[0]?.message).toMatch(new RegExp(`^redirect ${part} must be .*, got ".*"$`));
});

it("says each part that is wrong, in rules too", () => {
  const found = findIn(redirectPartMalformed, inRule(redirect({ port: "70000", path: "login" })));
  expect(found.map(({ message }) => message)).toEqual([
    'redirect path must be 1 to 128 characters that start with "/", got "login"',
    'redirect port must be 1 to 65535 or #{port}, got "70000"',
  ]);
});

it.each([
  ["port", "1"],
  ["port", 65535],
  ["port", "#{port}"],
  ["protocol", "HTTPS"],
  ["protocol", "#{protocol}"],
  ["host", "www.#{host}"],
  ["host", long],
  ["host", "[2001:db8::1]"],
  ["path", "/"],
  ["path", "/#{path}"],
  ["path", `/${"x".repeat(127)}`],
  ["query", ""],
  ["query", "page=1&#{query}"],
  ["query", long],
])("takes the %s %j", (part, text) => {
  expect(findIn(redirectPartMalformed, byDefault(redirect({ [part]: text })))).toEqual([]);
});

it.each(["protocol", "host", "port", "path", "query"])(
  "does not judge a %s that nobody knows, or is not set",
  (part) => {
    expect(findIn(redirectPartMalformed, byDefault(redirect({ [part]: "${var.part}" })))).toEqual([]);
    expect(findIn(redirectPartMalformed, byDefault(redirect({ [part]: null })))).toEqual([]);
  },
);
