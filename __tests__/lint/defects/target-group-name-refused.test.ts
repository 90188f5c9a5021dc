import { targetGroupNameRefused } from "../../../lab/lint/defects/target-group-name-refused";
import { findIn } from "../support/find";
import { groupWith } from "../support/group";
import type { Shape } from "../support/shop";

const named = (name: unknown) => groupWith({ name });
const prefixed = (name_prefix: unknown) => groupWith({ name: null, name_prefix });
const said = (change: Shape) =>
  findIn(targetGroupNameRefused, change).map(({ message, severity }) => `${severity}: ${message}`);

it.each([
  ["a".repeat(33), `at most 32 characters, got "${"a".repeat(33)}", which has 33`],
  ["web_api", 'letters, digits and hyphens, got "web_api"'],
  ["web.api", 'letters, digits and hyphens, got "web.api"'],
  ["größe", 'letters, digits and hyphens, got "größe"'],
  ["-web", 'no hyphen at either end, got "-web"'],
  ["web-", 'no hyphen at either end, got "web-"'],
])("refuses the name %j [N2, B35]", (name, rest) => {
  expect(said(named(name))).toEqual([`error: name must hold ${rest}`]);
});

it("only warns of two hyphens in a row, because not everybody refuses them [N2]", () => {
  expect(said(named("web--api"))).toEqual([
    'warning: name must hold no two hyphens in a row, got "web--api"',
  ]);
});

it.each([
  ["seven-7", 'at most 6 characters, got "seven-7"'],
  ["a_b", 'letters, digits and hyphens, got "a_b"'],
  ["-ab", 'no hyphen at either end, got "-ab"'],
])("refuses the prefix %j [B36]", (prefix, rest) => {
  expect(said(prefixed(prefix))).toEqual([`error: name_prefix must hold ${rest}`]);
});

it.each(["a".repeat(32), "web", "Web-1", "internal-web", "${var.name}", null])(
  "is silent about the name %j",
  (name) => {
    expect(said(named(name))).toEqual([]);
  },
);

it.each(["web-12", "a", "${var.prefix}"])("is silent about the prefix %j", (prefix) => {
  expect(said(prefixed(prefix))).toEqual([]);
});
