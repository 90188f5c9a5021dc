import { compileListener, decide } from "../../../lab/alb";
import { compile, host, path, request, rule } from "./samples";

const later = { unknown: "known after apply" };
const anywhere = path("*");

describe("the rules of a listener", () => {
  it("are tried by priority, not in the order in which they are listed [R4, M26]", () => {
    const listener = compile([
      rule("c", 300, [anywhere]),
      rule("a", 2, [anywhere]),
      rule("b", 10, [anywhere]),
    ]);
    expect(listener.rules.map(({ priority }) => priority)).toEqual([2, 10, 300]);
    expect(decide(listener, request()).rule.address).toBe("rule.a");
  });

  it("end at the first whose conditions all hold [R4, R6]", () => {
    const listener = compile([
      rule("both", 1, [path("/api/*"), host("api.example.com")]),
      rule("path", 2, [path("/api/*")]),
      rule("wide", 50_000, [anywhere]),
    ]);
    const answer = (facts: object) => decide(listener, request(facts)).rule.address;
    expect(answer({ path: "/api/x", host: "api.example.com" })).toBe("rule.both");
    expect(answer({ path: "/api/x" })).toBe("rule.path");
    expect(answer({ path: "/x", host: "api.example.com" })).toBe("rule.wide");
  });

  it("end with the default rule, which holds for every request [R3]", () => {
    const defaultActions = [{ kind: "fixed-response", statusCode: 404 }] as const;
    const listener = compileListener({ address: "aws_lb_listener.web", path: "dev/web", defaultActions }, [
      rule("a", 1, [path("/a")]),
    ]);
    expect(decide(listener, request({ path: "/b" }))).toEqual({
      rule: {
        address: "aws_lb_listener.web",
        path: "dev/web",
        priority: "default",
        actions: defaultActions,
        conditions: [],
        tests: [],
      },
      unsure: [],
    });
  });

  it("without a priority come behind the others, as AWS would number them [TF60]", () => {
    const listener = compile([rule("a", undefined, [anywhere]), rule("b", 50_000, [path("/b")])]);
    expect(listener.rules.map(({ priority }) => priority)).toEqual([50_000, "unset"]);
    expect(decide(listener, request({ path: "/b" }))).toMatchObject({
      rule: { address: "rule.b" },
      unsure: [],
    });
    expect(decide(listener, request({ path: "/" }))).toMatchObject({
      rule: { priority: "unset" },
      unsure: [],
    });
  });

  it("are in doubt among each other where AWS has yet to number them", () => {
    const listener = compile([rule("b", undefined, [anywhere]), rule("a", undefined, [path("/a")])]);
    const decision = decide(listener, request({ path: "/a" }));
    expect([decision.rule.address, decision.unsure.map(({ address }) => address)]).toEqual([
      "rule.a",
      ["rule.b"],
    ]);
  });

  it("of which not even the priority is known are tried last, and doubted wherever they hold", () => {
    const listener = compile([rule("known", 7, [path("/a*")]), rule("somewhere", later, [path("/ab")])]);
    const answer = (asked: string) => {
      const { rule: answering, unsure } = decide(listener, request({ path: asked }));
      return [answering.address, unsure.map(({ address }) => address)];
    };
    expect(answer("/ab")).toEqual(["rule.known", ["rule.somewhere"]]);
    expect(answer("/ac")).toEqual(["rule.known", []]);
    expect(answer("/b")).toEqual(["web", []]);
  });

  it("with the same priority are in doubt, as AWS would take only one of them", () => {
    const listener = compile([rule("b", 5, [anywhere]), rule("a", 5, [anywhere]), rule("c", 6, [anywhere])]);
    const decision = decide(listener, request());
    expect([decision.rule.address, decision.unsure.map(({ address }) => address)]).toEqual([
      "rule.a",
      ["rule.b"],
    ]);
  });
});
