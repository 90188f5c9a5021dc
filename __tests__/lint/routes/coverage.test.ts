import { decide, type RequestFacts } from "../../../lab/alb";
import type { Box } from "../../../lab/lint/routes/box";
import { ListenerRoutes } from "../../../lab/lint/routes/listener-routes";
import { RequestSpaces } from "../../../lab/lint/routes/request-space";
import { requestOf } from "../../../lab/lint/routes/witness";
import type { ListenerRule } from "../../../lab/topology";
import { membership } from "./support/holds";
import { RandomRoutes, seeded } from "./support/random-routes";

const web = { address: "web", defaultActions: [], port: 80, protocol: "HTTP" } as const;

function routesOf(rules: readonly ListenerRule[]): ListenerRoutes {
  return new ListenerRoutes(new RequestSpaces().make({ ipv4: false }), web, rules);
}

/** Every rule with its boxes, the default rule last. */
function boxesOf(routes: ListenerRoutes) {
  const { rules, defaultRule } = routes.compiled;
  return [...rules, defaultRule].map((rule) => ({
    rule,
    boxes: [...routes.answered(rule)] as readonly Box[],
  }));
}

describe("for any rules and any request", () => {
  const random = new RandomRoutes(seeded(20_240_601));
  const sets = Array.from({ length: 250 }, () => {
    const rules = random.rules(7);
    const routes = routesOf(rules);
    return { rules, routes, all: boxesOf(routes) };
  });

  it("one box holds the request, and it is one of the rule that answers, 100,000 times [R4, R6, R10-R13]", () => {
    const wrong: RequestFacts[] = [];
    let answers = 0;
    for (const { routes, all } of sets) {
      for (let count = 0; count < 400; count++) {
        const request = random.request();
        const isIn = membership(request);
        const { rule } = decide(routes.compiled, request);
        const holding = all.flatMap(({ rule: owner, boxes }) => boxes.filter(isIn).map(() => owner));
        if (holding.length !== 1 || holding[0] !== rule) wrong.push(request);
        if (rule.priority !== "default") answers++;
      }
    }
    expect(wrong).toEqual([]);
    expect(answers).toBeGreaterThan(30_000);
  });

  it("a rule is reached by its witness, or has no box", () => {
    const kinds = { reached: 0, never: 0, unsure: 0 };
    for (const { routes, all } of sets) {
      for (const { rule, boxes } of all) {
        const coverage = routes.coverageOf(rule);
        kinds[coverage.kind]++;
        if (coverage.kind === "never") expect(boxes).toEqual([]);
        if (coverage.kind === "reached") expect(decide(routes.compiled, coverage.witness).rule).toBe(rule);
      }
    }
    expect(kinds.unsure).toBe(0);
    expect(kinds.never).toBeGreaterThan(150);
    expect(kinds.reached).toBeGreaterThan(800);
  });

  it("every box has a request that its rule answers", () => {
    const boxes = sets.flatMap(({ routes, all }) =>
      all.flatMap(({ rule, boxes }) => boxes.map((box) => ({ routes, rule, box }))),
    );
    expect(boxes.length).toBeGreaterThan(2_000);
    for (const { routes, rule, box } of boxes) {
      const request = requestOf(box, { protocol: "http", port: 80 });
      expect(request && decide(routes.compiled, request).rule).toBe(rule);
    }
  });
});

it("takers take alone what is never matched, and none of them can be spared", () => {
  const random = new RandomRoutes(seeded(3), { few: true });
  const covered = Array.from({ length: 80 }, () => random.rules(9)).flatMap((rules) => {
    const routes = routesOf(rules);
    return routes.compiled.rules.flatMap((rule) => {
      const coverage = routes.coverageOf(rule);
      return coverage.kind === "never" ? [{ rules, rule, takers: coverage.takers }] : [];
    });
  });
  expect(covered.filter(({ takers }) => takers.length > 1).length).toBeGreaterThan(20);
  for (const { rules, rule, takers } of covered) {
    expect(kindBehind(rules, rule.address, takers)).toBe("never");
    for (const spared of takers) {
      const others = takers.filter((taker) => taker !== spared);
      expect(kindBehind(rules, rule.address, others)).toBe("reached");
    }
  }
});

/** What becomes of a rule when only some of the others are there. */
function kindBehind(
  rules: readonly ListenerRule[],
  address: string,
  others: readonly { readonly address: string }[],
) {
  const kept = [address, ...others.map((other) => other.address)];
  const routes = routesOf(rules.filter((rule) => kept.includes(rule.address)));
  const rule = routes.compiled.rules.find((compiled) => compiled.address === address);
  return rule && routes.coverageOf(rule).kind;
}

it("where parts are not known, what never matches does not answer, and a witness is answered for certain", () => {
  const random = new RandomRoutes(seeded(7), { unknowns: true });
  const sets = Array.from({ length: 120 }, () => routesOf(random.rules(6)));
  const judged = sets.map((routes) => {
    const { rules, defaultRule } = routes.compiled;
    const coverages = [...rules, defaultRule].map((rule) => ({ rule, coverage: routes.coverageOf(rule) }));
    return { routes, coverages };
  });
  for (const kind of ["reached", "never", "unsure"] as const)
    expect(
      judged.flatMap(({ coverages }) => coverages.filter(({ coverage }) => coverage.kind === kind)).length,
    ).toBeGreaterThan(50);
  let wrong = 0;
  for (const { routes, coverages } of judged) {
    const dead = coverages.filter(({ coverage }) => coverage.kind === "never").map(({ rule }) => rule);
    for (const { rule, coverage } of coverages)
      if (coverage.kind === "reached") {
        const decision = decide(routes.compiled, coverage.witness);
        expect(decision.rule).toBe(rule);
        expect(decision.unsure).toHaveLength(0);
      }
    for (let asked = 0; asked < 60; asked++) {
      const { rule, unsure } = decide(routes.compiled, random.request());
      if (dead.some((never) => never === rule || unsure.includes(never))) wrong++;
    }
  }
  expect(wrong).toBe(0);
});

it("no request has characters that rules do not see, nor more than one path [R13]", () => {
  const kindOf = (...values: readonly string[]) => {
    const conditions = values.map((value) => ({ kind: "path-pattern", values: [value] }) as const);
    const type = "aws_lb_listener_rule";
    const routes = routesOf([
      { address: "it", type, listener: { address: "web" }, priority: 1, conditions, actions: [] },
    ]);
    return routes.coverageOf(routes.compiled.rules[0]!);
  };
  expect(kindOf("/a\u0001*")).toEqual({ kind: "never", takers: [] });
  expect(kindOf("/a", "/b")).toEqual({ kind: "never", takers: [] });
  expect(kindOf("/a*", "*b")).toMatchObject({ kind: "reached", witness: { path: "/ab" } });
});
