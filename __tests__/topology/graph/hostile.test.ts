import fc from "fast-check";
import { graphOf, resource } from "./graph-of";

const INHERITED = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

/** `__proto__` in an object literal would set the prototype. */
const named = (names: readonly string[], value: unknown) =>
  Object.fromEntries(names.map((name) => [name, value]));

describe("a hostile configuration", () => {
  it("may call its resources, types and locals as it likes", () => {
    const graph = graphOf({
      resource: { ...named(INHERITED, named(INHERITED, { it: "${local.__proto__}" })) },
      locals: named(INHERITED, "x"),
    });
    expect(graph.resources).toHaveLength(INHERITED.length ** 2);
    for (const one of graph.resources) expect(one.value("it")).toBe("x");
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("does not set what objects inherit", () => {
    const graph = graphOf({ resource: { aws_lb: { a: { tags: {} } } }, locals: {} });
    for (const name of INHERITED) {
      expect(resource(graph, "aws_lb.a").value(name)).toBeUndefined();
      expect(resource(graph, "aws_lb.a").value("tags", name)).toBeUndefined();
      expect(graph.resource(name)).toBeUndefined();
    }
  });

  it("refers to itself in vain", () => {
    const graph = graphOf({
      locals: { a: "${local.b}", b: "${local.c}", c: "x${local.a}", list: ["${local.list}"] },
      resource: {
        a_thing: { t: { it: "${local.a}", list: "${local.list}", own: "${a_thing.t.own}" } },
        aws_lb: { a: { for_each: "${aws_lb.b}" }, b: { for_each: "${aws_lb.a}" } },
      },
    });
    const thing = resource(graph, "a_thing.t");
    expect(thing.value("it")).toEqual({ unknown: "${local.b} refers to itself" });
    expect(thing.value("own")).toEqual({ unknown: "${a_thing.t.own} refers to itself" });
    expect(JSON.stringify(thing.value("list"))).toContain("nested deeper than 100 levels");
    expect(resource(graph, "aws_lb.a").instances).toBeDefined();
  });

  it("is a chain of ten thousand locals", () => {
    const locals = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, n) => [`n${n}`, `\${local.n${n + 1}}`]),
    );
    const thing = resource(
      graphOf({ locals, resource: { a_thing: { t: { it: "${local.n0}" } } } }),
      "a_thing.t",
    );
    expect(thing.value("it")).toEqual({ unknown: expect.stringContaining("is nested too deeply") });
  });

  it("doubles itself sixty times", () => {
    const double = (make: (next: string) => unknown) =>
      Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`n${n}`, make(`\${local.n${n + 1}}`)]));
    const it = "${local.n0}";
    const texts = graphOf({
      locals: { ...double((next) => next + next), n60: "x" },
      resource: { a_thing: { t: { it } } },
    });
    expect(resource(texts, "a_thing.t").value("it")).toEqual({
      unknown: "a text of more than 1000000 characters",
    });
    const lists = graphOf({
      locals: { ...double((next) => [next, next]), n60: "x" },
      resource: { a_thing: { t: { it } } },
    });
    expect(resource(lists, "a_thing.t").value("it")).toEqual({ unknown: "more than 100000 parts" });
  });

  it("nests expressions a thousand times", () => {
    for (const [open, close] of [
      ["[", "]"],
      ["{a=", "}"],
      ['"${', '}"'],
      ["f(", ")"],
      ["local.a[", "]"],
    ] as const) {
      const it = `\${${open.repeat(1000)}1${close.repeat(1000)}}`;
      const thing = resource(graphOf({ resource: { a_thing: { t: { it } } } }), "a_thing.t");
      expect(thing.value("it")).toEqual({ unknown: expect.stringContaining("is not evaluated") });
    }
  });

  it("is long texts with a sign in them", () => {
    const it = `${"a".repeat(5_000_000)}\${local.x}${"$".repeat(100_000)}`;
    const graph = graphOf({ locals: { x: 1 }, resource: { a_thing: { t: { it } } } });
    expect(resource(graph, "a_thing.t").value("it")).toEqual({ unknown: expect.any(String) });
  });

  it("sets a map that looks like an unknown value", () => {
    const thing = resource(graphOf({ resource: { a_thing: { t: { it: { unknown: "x" } } } } }), "a_thing.t");
    expect(thing.value("it")).toEqual({ unknown: 'a map with the key "unknown"' });
    expect(thing.value("it", "unknown")).toBe("x");
  });
});

describe("any JSON", () => {
  const tops = ["resource", "data", "locals", "variable", "module", "provider", "//"];
  const words = fc.oneof(
    fc.constantFrom(
      "${aws_lb.a.arn}",
      "${local.a}",
      "${each.key}",
      "${count.index}",
      "${[local.a]}",
      "${a",
      "for_each",
    ),
    fc.string(),
  );
  const anything = fc.jsonValue({ maxDepth: 5 });
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 6 },
      words,
      anything,
      fc.array(tie("node"), { maxLength: 4 }),
      fc.dictionary(
        fc.oneof(fc.constantFrom("aws_lb", "a", "b", "count", "for_each", "dynamic"), words),
        tie("node"),
        {
          maxKeys: 4,
        },
      ),
    ),
  })).node;

  const askEverything = (graph: ReturnType<typeof graphOf>) => {
    for (const one of graph.resources) {
      for (const name of ["a", "b", "count", "tags", "arn"]) {
        for (const path of [[name], [name, 0], [name, "a"]]) {
          one.value(...path);
          one.link(...path);
          one.links(...path);
          one.blocks(...path);
          one.isSensitive(...path);
        }
      }
      expect(graph.resource(one.address)).toBe(one);
    }
  };

  it("makes a graph of a configuration that answers", () => {
    const configuration = fc.record(Object.fromEntries(tops.map((top) => [top, tree])));
    fc.assert(fc.property(configuration, (json) => askEverything(graphOf(json))));
  });

  it.each(["planned_values", "values", "serial"])("makes a graph of %s that answers", (top) => {
    const entry = fc.record(
      {
        address: words,
        type: words,
        name: words,
        index: anything,
        values: tree,
        sensitive_values: tree,
        expressions: tree,
      },
      { requiredKeys: ["address", "type", "name", "values"] },
    );
    const module = fc.record({ resources: fc.array(entry), child_modules: tree, module_calls: tree });
    const whole = fc.record({
      [top]: fc.oneof(fc.record({ root_module: module }), tree),
      configuration: fc.record({ root_module: module }),
      resource_changes: fc.array(fc.record({ address: words, change: fc.record({ after_unknown: tree }) })),
      resources: tree,
    });
    const kinds = {
      planned_values: ["format_version", "1.2"],
      values: ["format_version", "1.0"],
      serial: ["version", 4],
    };
    const [key, version] = kinds[top as keyof typeof kinds];
    fc.assert(
      fc.property(whole, ({ configuration, resource_changes, resources, ...rest }) => {
        const own = {
          planned_values: { configuration, resource_changes },
          values: {},
          serial: { lineage: "a", resources },
        };
        askEverything(graphOf({ ...rest, ...own[top as keyof typeof own], [String(key)]: version }));
      }),
    );
  });
});

describe("a plan in circles", () => {
  it("leads nowhere", () => {
    const module = {
      outputs: { o: { expression: { references: ["var.v"] } } },
      variables: { v: {} },
    };
    const graph = graphOf({
      format_version: "1.2",
      planned_values: { root_module: { resources: [{ address: "a.b", type: "a", name: "b", values: {} }] } },
      resource_changes: [{ address: "a.b", change: { after_unknown: { it: true, list: true, own: true } } }],
      configuration: {
        root_module: {
          resources: [
            {
              address: "a.b",
              expressions: {
                it: { references: ["module.m.o", "module.m"] },
                own: { references: ["a.b.own", "a.b"] },
                list: { references: Array.from({ length: 5000 }, (_, n) => `var.v${n}`) },
              },
            },
          ],
          module_calls: { m: { module, expressions: { v: { references: ["module.m.o"] } } } },
        },
      },
    });
    const thing = resource(graph, "a.b");
    expect(thing.link("it")).toEqual({ unknown: "goes through more than 50 modules" });
    expect(thing.link("list")).toEqual({ unknown: "depends on 5000 others" });
    expect(thing.link("own")).toEqual({ unknown: expect.stringContaining("a.b.own") });
  });
});
