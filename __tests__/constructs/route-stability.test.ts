import fc from "fast-check";
import { type Routes, routedStack, routeProblems, ruleOf } from "../support/routed-alb";

const action = { fixedResponse: { statusCode: 200 } };
const route = (name: string) => ({ conditions: [{ pathPattern: [`/${name}`] }], action });
const routesOf = (names: readonly string[]): Routes =>
  Object.fromEntries(names.map((name) => [name, route(name)]));

function rulesOf(names: readonly string[]): Record<string, unknown> {
  const rules = routedStack(routesOf(names)).all("aws_lb_listener_rule");
  return Object.fromEntries(rules.map(({ address, fields }) => [address, fields]));
}

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/).filter((text) => !(text in {}));
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 12 });

// G21: a priority that changes hands fails with PriorityInUse
test("inserting or removing any route changes no other route's rule", () => {
  fc.assert(
    fc.property(names, fc.nat(), name, (some, position, inserted) => {
      fc.pre(!some.includes(inserted));
      const at = position % (some.length + 1);
      const more = [...some.slice(0, at), inserted, ...some.slice(at)];
      fc.pre(routeProblems(routesOf(more)).length === 0);
      const before = rulesOf(some);
      const after = rulesOf(more);
      expect(after).toMatchObject(before);
      for (const address of Object.keys(before)) expect(after[address]).toEqual(before[address]);
      expect(Object.keys(after)).toHaveLength(some.length + 1);
    }),
    { numRuns: 40, seed: 21 },
  );
});

// G21
test("assigned priorities are unique, in their range, and the same in any order of declaration", () => {
  fc.assert(
    fc.property(names, (some) => {
      fc.pre(routeProblems(routesOf(some)).length === 0);
      const rules = Object.values(rulesOf(some)) as { priority: number }[];
      const priorities = rules.map(({ priority }) => priority);
      expect(new Set(priorities).size).toBe(some.length);
      for (const priority of priorities) {
        expect(priority).toBeGreaterThanOrEqual(1000);
        expect(priority).toBeLessThanOrEqual(49_000);
      }
      expect(rulesOf([...some].reverse())).toEqual(rulesOf(some));
    }),
    { numRuns: 30, seed: 21 },
  );
});

// G21
test("two routes of one priority are refused, and the message says which is free", () => {
  const twice = { one: { ...route("one"), priority: 5 }, two: { ...route("two"), priority: 5 } };
  expect(routeProblems(twice)).toEqual([
    'priority-taken: routes "one" and "two" must differ in priority, got 5 twice; give one of them another priority, such as 6',
  ]);
});

test("a route keeps the priority that it is given", () => {
  const stack = routedStack({
    one: { ...route("one"), priority: 1 },
    two: { ...route("two"), priority: 50_000 },
  });
  expect([ruleOf(stack, "one"), ruleOf(stack, "two")].map(({ fields }) => fields.priority)).toEqual([
    1, 50_000,
  ]);
});

test.each([0, 50_001, 1.5])("the priority %d is refused", (priority) => {
  expect(routeProblems({ one: { ...route("one"), priority } })[0]).toMatch(/^priority-out-of-range: /);
});

const path = (...pathPattern: string[]) => ({ conditions: [{ pathPattern }], action });
const host = (...hostHeader: string[]) => ({ conditions: [{ hostHeader }], action });
const overlapping: [string, Routes][] = [
  ["paths of which one holds the other", { wide: path("/api/*"), narrow: path("/api/v1/*") }],
  ["equal paths", { one: path("/a"), two: path("/b", "/a") }],
  ["patterns that meet in the middle", { one: path("/a*"), two: path("/*z") }],
  ["hosts in another case", { one: host("A.example.com"), two: host("*.EXAMPLE.com") }],
  ["a path and a host", { one: path("/a"), two: host("a.example.com") }],
  [
    "networks of which one holds the other",
    {
      one: { conditions: [{ sourceIp: ["10.0.0.0/8"] }], action },
      two: { conditions: [{ sourceIp: ["10.1.0.0/16"] }], action },
    },
  ],
];
test.each(overlapping)("routes that overlap without an order being said are refused: %s", (_, routes) => {
  expect(routeProblems(routes)).toEqual([expect.stringMatching(/^route-order-unsaid: /)]);
});

test.each(overlapping)("a priority before or after the assigned ones says the order: %s", (_, routes) => {
  const [[first, props], rest] = [Object.entries(routes)[0]!, Object.entries(routes).slice(1)];
  for (const priority of [10, 49_500]) {
    expect(
      routeProblems({ [first]: { ...(props as object), priority } as never, ...Object.fromEntries(rest) }),
    ).toEqual([]);
  }
});

const apart: [string, Routes][] = [
  ["paths", { one: path("/a", "/a/*"), two: path("/ab", "/ab/*") }],
  ["paths in another case", { one: path("/a"), two: path("/A") }], // R21
  ["hosts", { one: host("a.example.com"), two: host("b.example.com") }],
  [
    "methods",
    {
      one: { conditions: [{ pathPattern: ["/a"] }, { httpRequestMethod: ["GET"] }], action },
      two: { conditions: [{ pathPattern: ["/a"] }, { httpRequestMethod: ["POST"] }], action },
    },
  ],
];
test.each(apart)("routes that no request matches both need no order: %s", (_, routes) => {
  expect(routeProblems(routes)).toEqual([]);
});
