import { decide, describeCondition, explain } from "../../../lab/alb";
import type { Condition } from "../../../lab/topology";
import { compile, headers, host, path, request, rule } from "./samples";

const later = { unknown: "known after apply" };

/** What is said about a rule with these conditions: it answers, or is doubted, or neither. */
function verdictOf(conditions: Condition | readonly Condition[], facts = {}): "yes" | "unknown" | "no" {
  const listener = compile([rule("it", 1, [conditions].flat() as readonly Condition[])]);
  const { rule: answering, unsure } = decide(listener, request(facts));
  if (answering.address === "rule.it") return "yes";
  return unsure.length > 0 ? "unknown" : "no";
}

describe("a rule with parts that are not known", () => {
  it("is doubted, and the next one answers", () => {
    const listener = compile([rule("a", 1, later), rule("b", 2, [later]), rule("c", 3, [path("*")])]);
    const { rule: answering, unsure } = decide(listener, request());
    expect([answering.address, unsure.map(({ address }) => address)]).toEqual([
      "rule.c",
      ["rule.a", "rule.b"],
    ]);
  });

  it("answers for certain when a known value matches", () => {
    const condition: Condition = { kind: "host-header", values: [later, "www.example.com"] };
    expect(verdictOf(condition)).toBe("yes");
    expect(verdictOf(condition, { host: "x.example.com" })).toBe("unknown");
  });

  it("is out for certain when another condition does not hold", () => {
    const unknownHost: Condition = { kind: "host-header", values: later };
    expect(verdictOf([unknownHost, path("/a")], { path: "/b" })).toBe("no");
    expect(verdictOf([unknownHost, path("/a")], { path: "/a" })).toBe("unknown");
    expect(verdictOf([host("b.example.com"), later])).toBe("no");
  });

  it("is out for certain when the header, or the key, is not there at all", () => {
    const header: Condition = { kind: "http-header", name: "X-Tenant", values: later };
    expect(verdictOf(header)).toBe("no");
    expect(verdictOf(header, headers({ "x-tenant": ["a"] }))).toBe("unknown");
    const query: Condition = { kind: "query-string", pairs: [{ key: "v", value: later }] };
    expect(verdictOf(query, { query: "w=1" })).toBe("no");
    expect(verdictOf(query, { query: "v=1" })).toBe("unknown");
    const anyKey: Condition = { kind: "query-string", pairs: [{ key: later, value: "1" }] };
    expect(verdictOf(anyKey, { query: "v=2" })).toBe("no");
    expect(verdictOf(anyKey, { query: "v=1" })).toBe("unknown");
  });

  it.each<[string, Condition]>([
    ["name of a header", { kind: "http-header", name: later, values: ["x"] }],
    ["methods", { kind: "http-request-method", values: later }],
    ["one of the blocks", { kind: "source-ip", values: ["10.0.0.0/8", later] }],
    ["pairs of a query", { kind: "query-string", pairs: later }],
    ["kind of condition", { kind: "other", name: "moon-phase" }],
  ])("is doubted for its %s", (_, condition) => {
    expect(verdictOf(condition, { query: "a=b" })).toBe("unknown");
  });

  it("says what nobody can say yet", () => {
    const listener = compile([
      rule("a", 1, [
        { kind: "path-pattern", values: ["/a", later] },
        { kind: "other", name: "moon-phase" },
      ]),
    ]);
    const [explained] = explain(listener, request()).rules;
    expect(explained?.verdict).toBe("unknown");
    expect(explained?.conditions.map(describeCondition)).toEqual([
      "path cannot be judged: known after apply",
      'this condition cannot be judged: the condition "moon-phase" is not known here',
    ]);
  });
});
