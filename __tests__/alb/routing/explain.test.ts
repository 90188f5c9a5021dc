import { describeCondition, explain } from "../../../lab/alb";
import type { Condition } from "../../../lab/topology";
import { compile, header, headers, host, method, path, query, request, rule, source } from "./samples";

/** The sentence on one condition. */
function sentence(condition: Condition, facts = {}): string {
  const listener = compile([rule("it", 1, [condition])]);
  const [explained] = explain(listener, request(facts)).rules;
  return describeCondition(explained!.conditions[0]!);
}

describe("the explanation of an answer", () => {
  const listener = compile([
    rule("ten", 10, [path("/a/*")]),
    rule("twenty", 20, [path("/b/*"), method("POST")]),
    rule("thirty", 30, [path("/b/*")]),
    rule("forty", 40, [path("/b/c")]),
  ]);
  const asked = request({ path: "/b/c" });

  it("has the verdict of every rule up to the one that answers [R4]", () => {
    const { rule: answering, unsure, rules } = explain(listener, asked);
    expect([answering.address, unsure]).toEqual(["rule.thirty", []]);
    expect(rules.map(({ rule: { priority }, verdict }) => [priority, verdict])).toEqual([
      [10, "no"],
      [20, "no"],
      [30, "yes"],
    ]);
  });

  it("says why not rule 20: one condition holds, the other does not [R6]", () => {
    const twenty = explain(listener, asked).rules[1]!;
    expect(twenty.conditions.map(describeCondition)).toEqual([
      'path "/b/c" matches "/b/*"',
      'method "GET" does not match "POST"',
    ]);
  });

  it("shows on request that a rule is never reached [R4]", () => {
    const { rules } = explain(listener, asked, { includeLater: true });
    expect(rules.map(({ verdict, isTried }) => [verdict, isTried])).toEqual([
      ["no", true],
      ["no", true],
      ["yes", true],
      ["yes", false],
    ]);
  });

  it("has every rule when only the default one is left [R3]", () => {
    const { rule: answering, rules } = explain(listener, request({ path: "/" }));
    expect(answering.priority).toBe("default");
    expect(rules.map(({ isTried }) => isTried)).toEqual([true, true, true, true]);
  });

  it("is data, with value and text that match", () => {
    const one = compile([rule("it", 1, [header("X-Tenant", "red", "blue-*"), query("v=2")])]);
    const facts = { query: "q=1&V=2", ...headers({ "x-tenant": ["green", "Blue-1"] }) };
    expect(explain(one, request(facts)).rules[0]?.conditions).toEqual([
      {
        verdict: "yes",
        part: "header",
        headerName: "x-tenant",
        wanted: ["red", "blue-*"],
        found: ["green", "Blue-1"],
        match: { value: "blue-*", text: "Blue-1" },
      },
      {
        verdict: "yes",
        part: "query",
        wanted: ["v=2"],
        found: ["q=1", "V=2"],
        match: { value: "v=2", text: "V=2" },
      },
    ]);
  });
});

describe("the sentence on a condition", () => {
  const forwarded = headers({ "x-forwarded-for": ["10.0.0.1, 10.0.0.2"] });
  const agent = headers({ "user-agent": ["Mozilla Chrome"] });
  it.each<[string, Condition, object, string]>([
    ["case of a path [R21]", path("/Api/*"), { path: "/api/x" }, "upper and lower case count here"],
    ["case of a method [R23]", method("get"), {}, "upper and lower case count here"],
    [
      "slash missing [R11]",
      path("/img/*"),
      { path: "/img" },
      "the pattern wants a slash where the path ends",
    ],
    [
      "slash too many",
      path("/img"),
      { path: "/img/" },
      "the path ends with a slash that the pattern does not have",
    ],
    [
      "longer path [R11]",
      path("/img"),
      { path: "/img/a" },
      "a pattern has to match the whole path, which goes on here",
    ],
    [
      "query in a path [R21]",
      path("/a?b=*"),
      { path: "/a", query: "b=1" },
      "the query is no part of the path; use a query-string condition",
    ],
    ["encoded path [R29]", path("/a b"), { path: "/a%20b" }, "it is compared as sent, without decoding"],
    [
      "bare domain [R11]",
      host("*.example.com"),
      { host: "example.com" },
      "the pattern wants a name before the domain",
    ],
    [
      "subdomain",
      host("example.com"),
      {},
      "a pattern has to match the whole name, which begins earlier here",
    ],
    ["port in a host [R27]", host("www.example.com:8443"), {}, "hosts are compared without their port"],
    ["no header", header("X-A", "1"), {}, "the request has none"],
    [
      "part of a header",
      header("User-Agent", "chrome"),
      agent,
      "a pattern has to match the whole value, and this is a part of it",
    ],
    ["no key", query("v=2"), { query: "w=1" }, "the request has none"],
    ["other value", query("v=2"), { query: "v=1" }, "the key is there with another value"],
    ["other key", query("v=2"), { query: "w=2" }, "the value is there under another key"],
    ["encoded query [R30]", query("q=a b"), { query: "q=a%20b" }, "it is compared as sent, without decoding"],
    [
      "forwarded address [R25]",
      source("10.0.0.0/8"),
      forwarded,
      "X-Forwarded-For does not count, only the peer of the connection",
    ],
    ["no block", source("10.0.0.1"), {}, "it is no CIDR block, so nobody is in it"],
  ])("names the near miss: %s", (_, condition, facts, advice) => {
    expect(sentence(condition, facts)).toContain(`: ${advice}`);
  });

  it.each<[string, Condition, object, string]>([
    ["nothing close", path("/a"), { path: "/b" }, 'path "/b" does not match "/a"'],
    [
      "several values",
      path("/a", "/B"),
      { path: "/b" },
      'path "/b" does not match "/a" or "/B": upper and lower case count here ("/B")',
    ],
    ["no value at all", host(), {}, 'host "www.example.com" does not match anything, as it has no value'],
    ["nothing sent", header("X-A", "1"), {}, 'header x-a (none) does not match "1": the request has none'],
    ["broken encoding", path("/a b"), { path: "/%zz" }, 'path "/%zz" does not match "/a b"'],
  ])("reads well: %s", (_, condition, facts, expected) => {
    expect(sentence(condition, facts)).toBe(expected);
  });

  it("stays one short line for a hostile request", () => {
    const text = sentence(path("/a"), { path: `/\r\n\u001b[31m${"x".repeat(10_000)}` });
    expect(text.length).toBeLessThan(200);
    expect(text).toMatch(/^[ -~…]*$/);
  });
});
