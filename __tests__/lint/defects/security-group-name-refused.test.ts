import { securityGroupNameRefused } from "../../../lab/lint/defects/security-group-name-refused";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const named = (change: object) => (resource: Shape) => {
  resource.aws_security_group.web = { description: "servers", vpc_id: "${aws_vpc.main.id}", ...change };
};

it("refuses a name that looks like an id [N10, B62]", () => {
  expect(linesIn(securityGroupNameRefused, named({ name: "sg-web" }))).toEqual([
    'aws_security_group.web: name of a security group must be without sg- at its beginning, which is for ids, got it, for "sg-web"; ' +
      "choose another name; one that is not set is made up",
  ]);
});

test.each([
  ["an apostrophe", { name: "bob's" }, 'got "\'" at position 4'],
  ["letters of other alphabets", { name: "süd" }, 'got "ü" at position 2'],
  ["a percent sign", { name: "100%" }, 'got "%" at position 4'],
  ["a name that is too long", { name: "a".repeat(256) }, "at most 255 characters, got 256"],
  [
    "a prefix that is too long with what is added",
    { name_prefix: "a".repeat(230) },
    "at most 255 characters, got 256",
  ],
  [
    "a prefix that looks like an id",
    { name_prefix: "SG-web-" },
    "name_prefix of a security group must be without sg-",
  ],
  ["the name of the default group", { name: "default" }, "another one than that of the default group"],
])("refuses %s", (_, change, message) => {
  const [finding, ...others] = findIn(securityGroupNameRefused, named(change));
  expect(others).toEqual([]);
  expect(finding?.message).toContain(message);
});

test.each([
  ["every character that there is", { name: "aZ09 ._-:/()#,@[]+=&;{}!$*" }],
  ["the longest name", { name: "a".repeat(255) }],
  ["the longest prefix", { name_prefix: "a".repeat(229) }],
  ["a name that is made up", {}],
  ["a name that nobody knows", { name: "sg-${var.name}" }],
  ["sg- inside", { name: "web-sg-1" }],
])("is silent about %s", (_, change) => {
  expect(findIn(securityGroupNameRefused, named(change))).toEqual([]);
});
