import { securityDescriptionRefused } from "../../../lab/lint/defects/security-description-refused";
import { findIn, linesIn } from "../support/find";
import { block, withGroups, withRules } from "../support/security-rules";
import type { Shape } from "../support/shop";

const described = (description: unknown) => (resource: Shape) => {
  resource.aws_security_group.web.description = description;
};

it("refuses what AWS does not take in the description of a group [N10, B62]", () => {
  expect(linesIn(securityDescriptionRefused, described("the shop's servers"))).toEqual([
    'aws_security_group.web: description must be letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, got "\'" at position 9; ' +
      "take out what AWS does not take; apostrophes, quotes and > are not among its characters",
  ]);
});

test.each([
  ["an arrow", described("alb -> web"), 'got ">" at position 6'],
  ["a dash of typographers", described("web – servers"), 'got "–" at position 5'],
  ["a line end", described("web\nservers"), String.raw`got "\n" at position 4`],
  ["an empty one", described(""), "at least one character, got none"],
  ["a long one", described("a".repeat(256)), "at most 255 characters, got 256"],
  ["that of a rule", withRules({ ingress: { http: { description: 'say "hi"' } } }), "at position 5"],
  [
    "that of a nested block",
    withGroups({ web: { egress: [block(1), { ...block(2), description: "a > b" }] } }),
    'got ">" at position 3 (egress block 2)',
  ],
])("refuses %s", (_, change, message) => {
  const [finding, ...others] = findIn(securityDescriptionRefused, change);
  expect(others).toEqual([]);
  expect(finding?.message).toContain(message);
});

test.each([
  ["every character that there is", described("aZ09 ._-:/()#,@[]+=&;{}!$*")],
  ["the longest one", described("a".repeat(255))],
  ["none, which the provider fills in", described(null)],
  ["one that nobody knows", described("it's ${var.name}")],
  ["an empty one of a rule", withRules({ ingress: { http: { description: "" } } })],
])("is silent about %s", (_, change) => {
  expect(findIn(securityDescriptionRefused, change)).toEqual([]);
});
