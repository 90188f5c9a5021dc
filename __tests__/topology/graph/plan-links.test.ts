import { graphOf, resource, to } from "./graph-of";

type Unknowns = Record<string, unknown>;

interface Declared {
  readonly address: string;
  readonly index?: string | number;
  readonly values?: Record<string, unknown>;
  readonly unknown?: Unknowns;
  readonly sensitive?: Unknowns;
}

const typed = (address: string) => {
  const [type, name] = address.replace(/\[.*/, "").split(".");
  return { type, name };
};

/** A plan of the root module: what is planned, and the expressions of the configuration. */
function plan(declared: readonly Declared[], expressions: Record<string, Record<string, unknown>>) {
  return graphOf({
    format_version: "1.2",
    planned_values: {
      root_module: {
        resources: declared.map(({ address, index, values = {}, sensitive = {} }) => ({
          address,
          ...typed(address),
          index,
          values,
          sensitive_values: sensitive,
        })),
      },
    },
    resource_changes: declared.map(({ address, unknown = {} }) => ({
      address,
      change: { after_unknown: unknown },
    })),
    configuration: {
      root_module: {
        resources: Object.entries(expressions).map(([address, own]) => ({ address, expressions: own })),
      },
    },
  });
}

const references = (...list: string[]) => ({ references: list });
const group = (key: string | number) => ({ address: `a_group.g[${JSON.stringify(key)}]`, index: key });
const asks = { address: "a_thing.t", unknown: { it: true, list: true } };

describe("links of a plan", () => {
  it("take the longest of what Terraform lists for one reference", () => {
    const graph = plan([asks, group("x.y"), group("x")], {
      "a_thing.t": { it: references('a_group.g["x.y"].id', 'a_group.g["x.y"]', "a_group.g") },
      "a_group.g": {},
    });
    expect(resource(graph, "a_thing.t").link("it")).toEqual(to('a_group.g["x.y"]'));
  });

  it("lead to the only instance that there is", () => {
    const graph = plan([asks, group(0)], {
      "a_thing.t": { it: references("a_group.g"), list: references("a_group.g") },
      "a_group.g": {},
    });
    expect(resource(graph, "a_thing.t").link("it")).toEqual(to("a_group.g[0]"));
    expect(resource(graph, "a_thing.t").links("list")).toEqual([to("a_group.g[0]")]);
  });

  it("do not lead to one of several", () => {
    const graph = plan([asks, group(0), group(1)], {
      "a_thing.t": { it: references("a_group.g"), list: references("a_group.g") },
      "a_group.g": {},
    });
    const reason = { unknown: "a_group.g[0], a_group.g[1]: a plan does not show which" };
    expect(resource(graph, "a_thing.t").link("it")).toEqual(reason);
    expect(resource(graph, "a_thing.t").links("list")).toEqual(reason);
  });

  it.each([
    [["a", "b"], ["a", "b"], to('a_group.g["a"]')],
    [[0, 1], [0, 1], to("a_group.g[0]")],
    [["a"], ["a", "b"], { unknown: "depends on a_group.g, which has other keys" }],
    [[0, 1], [0, 1, 2], { unknown: "depends on a_group.g, which has other keys" }],
    [["0", "1"], [0, 1], { unknown: "depends on a_group.g, which has other keys" }],
  ])("with keys %j lead to those with keys %j only where they are the same", (own, others, link) => {
    const marker = typeof own[0] === "number" ? "count.index" : "each.key";
    const things = own.map((key) => ({
      address: `a_thing.t[${JSON.stringify(key)}]`,
      index: key,
      unknown: { it: true },
    }));
    const graph = plan([...things, ...others.map(group)], {
      "a_thing.t": { it: references("a_group.g", marker) },
      "a_group.g": {},
    });
    expect(resource(graph, things[0]!.address).link("it")).toEqual(link);
  });

  it.each([
    [[0, 1], "count.index", { unknown: "depends on count.index of another module" }],
    [["a", "b"], "each.key", to('a_group.g["b"]')],
  ])("with keys %j go through a variable only by name", (keys, marker, link) => {
    const things = keys.map((key) => ({
      address: `module.m.a_thing.t[${JSON.stringify(key)}]`,
      type: "a_thing",
      name: "t",
      index: key,
    }));
    const groups = keys.map((key) => ({ ...group(key), type: "a_group", name: "g" }));
    const graph = graphOf({
      format_version: "1.2",
      planned_values: {
        root_module: { resources: groups, child_modules: [{ address: "module.m", resources: things }] },
      },
      resource_changes: things.map(({ address }) => ({ address, change: { after_unknown: { it: true } } })),
      configuration: {
        root_module: {
          resources: [{ address: "a_group.g", expressions: {} }],
          module_calls: {
            m: {
              expressions: { groups: references("a_group.g") },
              module: {
                resources: [{ address: "a_thing.t", expressions: { it: references("var.groups", marker) } }],
              },
            },
          },
        },
      },
    });
    expect(resource(graph, things[1]!.address).link("it")).toEqual(link);
  });

  it("of a list are those that it names, if there are as many", () => {
    const groups = [{ address: "a_group.a" }, { address: "a_group.b" }];
    const both = references("a_group.a.id", "a_group.a", "a_group.b.id", "a_group.b");
    const list = (values: unknown, unknown: unknown) =>
      resource(
        plan([{ address: "a_thing.t", values: { list: values }, unknown: { list: unknown } }, ...groups], {
          "a_thing.t": { list: both },
          "a_group.a": {},
          "a_group.b": {},
        }),
        "a_thing.t",
      ).links("list");
    expect(list(undefined, true)).toEqual([to("a_group.a"), to("a_group.b")]);
    expect(list([null, null], [true, true])).toEqual([to("a_group.a"), to("a_group.b")]);
    expect(list([null], [true])).toEqual({ unknown: "has 1 entries: a plan does not show which" });
  });

  it("do not lead to a resource whose attribute stands for another", () => {
    const graph = plan(
      [
        asks,
        { address: "aws_vpc.v" },
        { address: "a_wait.w", unknown: { certificate_arn: true } },
        { address: "a_cert.c" },
      ],
      {
        "a_thing.t": {
          it: references("aws_vpc.v.default_security_group_id", "aws_vpc.v"),
          list: references("a_wait.w.certificate_arn", "a_wait.w"),
        },
        "a_wait.w": { certificate_arn: references("a_cert.c.arn", "a_cert.c") },
        "aws_vpc.v": {},
        "a_cert.c": {},
      },
    );
    const thing = resource(graph, "a_thing.t");
    expect(thing.link("it")).toEqual({ unknown: "known after apply: aws_vpc.v.default_security_group_id" });
    expect(thing.link("list")).toEqual(to("a_cert.c"));
  });

  it("in blocks of a set are found by what is constant, or not at all", () => {
    const groups = [{ address: "a_group.a" }, { address: "a_group.b" }];
    const planned = (values: unknown[], ...written: unknown[]) => {
      const thing = {
        address: "a_thing.t",
        values: { block: values },
        unknown: { block: values.map(() => ({ arn: true })) },
      };
      const own = { "a_thing.t": { block: written }, "a_group.a": {}, "a_group.b": {} };
      const one = resource(plan([thing, ...groups], own), "a_thing.t");
      return values.map((_, position) => one.link("block", position, "arn"));
    };
    const written = (name: string, weight: unknown) => ({
      arn: references(`a_group.${name}.arn`, `a_group.${name}`),
      weight,
    });
    const constant = (value: unknown) => ({ constant_value: value });
    const unknown = { unknown: "known after apply" };
    const swapped = [{ weight: 2 }, { weight: 1 }];
    expect(planned(swapped, written("a", constant(1)), written("b", constant("2")))).toEqual([
      to("a_group.b"),
      to("a_group.a"),
    ]);
    const variable = references("var.w");
    expect(planned(swapped, written("a", variable), written("b", variable))).toEqual([unknown, unknown]);
    // alike in all but their groups: it does not matter which of them is which
    const alike = [{ weight: 1 }, { weight: 1 }];
    expect(planned(alike, written("a", constant(1)), written("b", constant(1)))).toEqual([
      to("a_group.a"),
      to("a_group.b"),
    ]);
    expect(planned(swapped, written("a", constant(1)))).toEqual([unknown, unknown]);
  });
});

describe("ids", () => {
  const shown = (resources: readonly Record<string, unknown>[]) =>
    graphOf({
      format_version: "1.0",
      values: {
        root_module: { resources: resources.map((one) => ({ ...typed(String(one.address)), ...one })) },
      },
    });
  const thing = {
    address: "a_thing.t",
    values: { it: "x", secret: "s" },
    sensitive_values: { secret: true },
  };

  it("belong to what is managed before what looks it up, and to what has an ARN", () => {
    const bucket = { address: "aws_s3_bucket.b", values: { id: "x", arn: "arn:aws:s3:::x" } };
    const policy = { address: "aws_s3_bucket_policy.b", values: { id: "x" } };
    const data = {
      address: "data.aws_s3_bucket.b",
      mode: "data",
      values: { id: "x", arn: "arn:aws:s3:::x" },
    };
    const graph = shown([thing, policy, data, bucket]);
    expect(resource(graph, "a_thing.t").link("it")).toEqual(to("aws_s3_bucket.b"));
  });

  it("that several have belong to nobody for sure", () => {
    const graph = shown([
      thing,
      { address: "aws_iam_role.r", values: { id: "x" } },
      { address: "aws_iam_group.g", values: { id: "x" } },
    ]);
    expect(resource(graph, "a_thing.t").link("it")).toEqual({
      unknown: "the id of aws_iam_role.r and aws_iam_group.g",
    });
  });

  it("that nobody has are external", () => {
    expect(resource(shown([thing]), "a_thing.t").link("it")).toEqual({ external: "x" });
  });

  it("tell a region when all ARNs name the same", () => {
    const of = (...regions: string[]) =>
      shown(
        regions.map((region, n) => ({ address: `a.r${n}`, values: { arn: `arn:aws:elb:${region}:1:x` } })),
      ).source.region;
    expect(of("eu-west-1", "eu-west-1", "")).toBe("eu-west-1");
    expect(of("eu-west-1", "us-east-1")).toBeUndefined();
  });

  it("and values that Terraform hides are marked", () => {
    const one = resource(shown([thing]), "a_thing.t");
    expect([one.isSensitive("secret"), one.isSensitive("it"), one.value("secret")]).toEqual([
      true,
      false,
      "s",
    ]);
  });
});
