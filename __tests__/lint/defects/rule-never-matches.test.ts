import { ruleNeverMatches } from "../../../lab/lint/defects/rule-never-matches";
import { findIn, linesIn } from "../support/find";
import { addRule, header, host, method, path, query, source, to } from "../support/routes";
import type { Shape } from "../support/shop";

/** The shop with one more rule behind the one for `/api` and `/api/*`, which has priority 10. */
const behind =
  (...when: readonly object[]) =>
  (resource: Shape) =>
    addRule(resource, "late", { priority: 20, when });

/** Rules 1, 2, 3 ... in front of a last one. */
const inOrder =
  (...rules: readonly (readonly object[])[]) =>
  (resource: Shape) => {
    resource.aws_lb_listener_rule = {};
    for (const [index, when] of rules.entries())
      addRule(resource, `r${index + 1}`, { priority: index + 1, when });
  };

const addresses = (change: (resource: Shape, whole: Shape) => void) =>
  findIn(ruleNeverMatches, change).map(({ address }) => address.replace("aws_lb_listener_rule.", ""));

it("names the wider rule that matches first [B30, R4]", () => {
  const [finding, ...others] = findIn(ruleNeverMatches, behind(path("/api/v1/*")));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb_listener_rule.late", severity: "error" });
  expect(finding?.message).toContain('got "/api/v1/*" (20) where "/api" or "/api/*" (10) matches first');
});

it("names the rules that take everything together, and no more of them", () => {
  const rules = inOrder(
    [path("/shop/*"), method("GET")],
    [path("/elsewhere")],
    [path("/shop*"), source("0.0.0.0/1")],
    [path("/shop/?*"), source("128.0.0.0/1", "::/0")],
    [path("/shop/a*"), method("POST")],
  );
  expect(linesIn(ruleNeverMatches, rules)[0]).toContain(
    'where path "/shop*" and source "0.0.0.0/1" (3) and path "/shop/?*" and source "128.0.0.0/1" or "::/0" (4) match first',
  );
});

describe("a rule never matches behind rules that take", () => {
  it.each([
    ["the same", [[path("/a")], [path("/a")]]],
    ["every path", [[path("/*")], [host("api.example.com")]]],
    ["every path, by a star alone", [[path("*")], [path("/a/*"), method("GET")]]],
    ["every host", [[host("*")], [path("/a")]]],
    ["all names of a domain, in any case [R20]", [[host("*.Example.com")], [host("api.EXAMPLE.com")]]],
    ["each of its values [R6]", [[path("/a/*")], [path("/b*")], [path("/b", "/a/b")]]],
    ["a star in the middle [R12]", [[path("/a*z")], [path("/a/b/c/z")]]],
    ["any one character [R10]", [[path("/?")], [path("/a", "/b")]]],
    ["its method among others [R23]", [[method("GET", "POST")], [method("POST"), path("/a")]]],
    ["the network of its network [R25]", [[source("10.0.0.0/8")], [source("10.1.0.0/16")]]],
    [
      "both halves of its network",
      [[source("10.0.0.0/9")], [source("10.128.0.0/9")], [source("10.0.0.0/8")]],
    ],
    ["its header, whatever the case [R22]", [[header("X-Beta", "*")], [header("x-beta", "YES"), path("/a")]]],
    ["its query under any key [R24]", [[query({ value: "1" })], [query({ key: "v", value: "1" })]]],
    [
      "a star escaped, which is one in the text [R24]",
      [[query({ key: "v", value: "*" })], [query({ key: "v", value: "\\*" })]],
    ],
  ])("%s", (_, rules) => {
    expect(addresses(inOrder(...rules))).toEqual([`r${rules.length}`]);
  });
});

describe("a rule is not found when a request is left for it", () => {
  it.each([
    ["narrower first", [[path("/api/admin/*")], [path("/api/*")]]],
    ["the path without its slash [R11]", [[path("/a/*")], [path("/a")]]],
    ["paths in another case [R21]", [[path("/A/*")], [path("/a/b")]]],
    ["the name without a label [R11]", [[host("*.example.com")], [host("example.com")]]],
    ["one value of two", [[path("/a/*")], [path("/a/b", "/c")]]],
    ["another method", [[path("/a/*"), method("GET")], [path("/a/b")]]],
    ["an address outside", [[source("10.1.0.0/16")], [source("10.0.0.0/8")]]],
    ["IPv6 clients", [[source("0.0.0.0/0")], [path("/a")]], "dualstack"],
    ["a header that comes twice [R22]", [[header("x", "a"), header("x", "b")], [header("x", "a")]]],
    ["a request without the header", [[header("x", "*")], [path("/a")]]],
    ["another key [R24]", [[query({ key: "v", value: "1" })], [query({ value: "1" })]]],
    [
      "another value than the star [R24]",
      [[query({ key: "v", value: "\\*" })], [query({ key: "v", value: "*" })]],
    ],
  ] as const)("%s", (_, rules, type: string = "ipv4") => {
    const change = (resource: Shape) => {
      resource.aws_lb.shop.ip_address_type = type;
      inOrder(...rules)(resource);
    };
    expect(addresses(change)).toEqual([]);
  });
});

it("knows that no client of an IPv4 load balancer has an IPv6 address [R25]", () => {
  const change = (type?: string) => (resource: Shape) => {
    resource.aws_lb.shop.ip_address_type = type;
    inOrder([source("0.0.0.0/0")], [path("/a")], [source("2001:db8::/32")])(resource);
  };
  expect(addresses(change("ipv4"))).toEqual(["r2", "r3"]);
  expect(addresses(change("dualstack"))).toEqual([]);
  const only = (resource: Shape) =>
    addRule(resource, "six", { priority: 1, when: [source("2001:db8::/32")] });
  expect(linesIn(ruleNeverMatches, only)[0]).toContain(
    'got source "2001:db8::/32" on a load balancer of IPv4 only',
  );
});

it("leaves to others what makes a single value, or two conditions of a kind, invalid", () => {
  expect(addresses(inOrder([path("a/*")], [source("10.0.0.1")], [path("/a"), path("/b")]))).toEqual([]);
});

it("concludes nothing from rules that are not known to come first, to be there, or to match", () => {
  const first = (rule: object) => (resource: Shape) => {
    behind(path("/shop/1"))(resource);
    addRule(resource, "first", { priority: 5, when: [path("/shop/*")], ...rule });
  };
  expect(addresses(first({}))).toEqual(["late"]);
  expect(addresses(first({ priority: 21 }))).toEqual([]);
  expect(addresses(first({ priority: 20 }))).toEqual([]);
  expect(addresses(first({ priority: undefined }))).toEqual([]);
  expect(addresses(first({ priority: "${var.priority}" }))).toEqual([]);
  expect(addresses(first({ count: "${var.count}" }))).toEqual([]);
  expect(addresses(first({ when: [path("${var.path}")] }))).toEqual([]);
  expect(addresses(first({ when: [path("/shop/*"), { path_pattern: { values: "${var.paths}" } }] }))).toEqual(
    [],
  );
  expect(addresses(first({ when: [{ host_header: { regex_values: ["^.*$"] } }] }))).toEqual([]);
  expect(addresses(first({ when: [path("${var.path}", "/shop/*")] }))).toEqual(["late"]);
  expect(addresses(first({ listener: "other" }))).toEqual([]);
});

it("finds a rule that is taken whatever its unknown values are", () => {
  expect(addresses(behind(path("${var.path}")))).toEqual([]);
  expect(addresses(behind(path("/api/x"), host("${var.host}")))).toEqual(["late"]);
});

it("reads aliases, blocks as objects, and priorities as texts", () => {
  const change = (resource: Shape) => {
    const rule = {
      ...resource.aws_lb_listener_rule.api,
      priority: "11",
      condition: path("/api/1"),
      action: to("web")[0],
    };
    resource.aws_alb_listener_rule = { alias: rule };
  };
  expect(findIn(ruleNeverMatches, change)).toHaveLength(1);
});

it("keeps a hostile value on one line", () => {
  const [finding] = findIn(
    ruleNeverMatches,
    inOrder([path("/*")], [path("/a\n\u2028b")], [path("/a\nb", "/c")]),
  );
  expect(finding?.message).not.toMatch(/[\n\u2028]/);
});

describe("gives up, rather than to take minutes,", () => {
  it("on patterns that are made to be hard", () => {
    const hard = (letter: string) => [
      path(`/*${letter}${"?".repeat(60)}`),
      host(`*${letter}*${"?".repeat(40)}*`),
    ];
    expect(addresses(inOrder(...[..."abcdefghij"].map(hard), [path("/z")]))).toEqual([]);
  });

  it("on conditions that fall into too many cases, where they decide", () => {
    const pairs = Array.from({ length: 30 }, (_, index) => [
      header(`x${index}`, "a"),
      header(`y${index}`, "b"),
    ]);
    const late = [path("/z"), method("GET", "POST")];
    expect(addresses(inOrder(...pairs, [path("/z/*")], [path("/z/1")]))).toEqual(["r32"]);
    expect(addresses(inOrder(...pairs, [path("/z*")], [path("/y")], [path("/z", "/y")]))).toEqual(["r33"]);
    const halves = [
      [path("/z"), method("GET")],
      [path("/z"), method("POST")],
    ];
    expect(addresses(inOrder(...halves, late))).toEqual(["r3"]);
    expect(addresses(inOrder(...pairs, ...halves, late))).toEqual([]);
  });
});
