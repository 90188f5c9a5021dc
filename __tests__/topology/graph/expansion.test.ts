import fc from "fast-check";
import { graphOf, resource, to } from "./graph-of";

const group = "aws_lb_target_group";

describe("count and for_each", () => {
  it("make every instance, with its own key in what it sets", () => {
    const graph = graphOf({
      locals: { ports: { api: 3000, web: 8080 } },
      resource: {
        aws_subnet: { s: { count: 2, availability_zone: "zone-${count.index}" } },
        [group]: { g: { for_each: "${local.ports}", name: "${each.key}", port: "${each.value}" } },
        aws_eip: { e: { for_each: '${toset(["b", "a"])}', tags: { Name: "${each.value}" } } },
      },
    });
    expect(graph.resources.map(({ address, index }) => [address, index])).toEqual([
      ['aws_eip.e["a"]', "a"],
      ['aws_eip.e["b"]', "b"],
      [`${group}.g["api"]`, "api"],
      [`${group}.g["web"]`, "web"],
      ["aws_subnet.s[0]", 0],
      ["aws_subnet.s[1]", 1],
    ]);
    expect(resource(graph, "aws_subnet.s[1]").value("availability_zone")).toBe("zone-1");
    expect(resource(graph, `${group}.g["web"]`).value("port")).toBe(8080);
    expect(resource(graph, 'aws_eip.e["a"]').value("tags", "Name")).toBe("a");
  });

  it("are followed by references with a key, a number, each.key, each.value and [*]", () => {
    const graph = graphOf({
      resource: {
        aws_subnet: { s: { count: 2 } },
        aws_instance: { i: { for_each: { a: 0, b: 1 }, subnet_id: "${aws_subnet.s[each.value].id}" } },
        aws_lb: { l: { subnets: "${aws_subnet.s[*].id}", first: "${aws_subnet.s.0.id}" } },
        a_thing: {
          t: {
            for_each: "${aws_instance.i}",
            own: "${each.value.id}",
            same: "${aws_instance.i[each.key].arn}",
            fixed: '${aws_instance.i["b"].id}',
            gone: '${aws_instance.i["c"].id}',
          },
        },
      },
    });
    const thing = resource(graph, 'a_thing.t["a"]');
    expect(thing.link("own")).toEqual(to('aws_instance.i["a"]'));
    expect(thing.link("same")).toEqual(to('aws_instance.i["a"]'));
    expect(thing.link("fixed")).toEqual(to('aws_instance.i["b"]'));
    expect(thing.link("gone")).toEqual({ unknown: 'aws_instance.i["c"] is not declared' });
    expect(resource(graph, 'aws_instance.i["b"]').link("subnet_id")).toEqual(to("aws_subnet.s[1]"));
    const balancer = resource(graph, "aws_lb.l");
    expect(balancer.links("subnets")).toEqual([to("aws_subnet.s[0]"), to("aws_subnet.s[1]")]);
    expect(balancer.link("first")).toEqual(to("aws_subnet.s[0]"));
  });

  it.each([
    ["count", "${var.size}", "the number of aws_lb.a is not known: var.size has no default"],
    ["count", 20_000, "the number of aws_lb.a is not known: 20000 are more than 10000"],
    ["count", -1, "the number of aws_lb.a is not known: count is not a number"],
    ["count", "many", "the number of aws_lb.a is not known: count is not a number"],
    ["for_each", "${var.size}", "the keys of aws_lb.a are not known: var.size has no default"],
    [
      "for_each",
      { "${var.size}": 1 },
      "the keys of aws_lb.a are not known: the key ${var.size} is not evaluated",
    ],
    ["for_each", "a", "the keys of aws_lb.a are not known: for_each is neither a map nor a set"],
    [
      "for_each",
      "${[aws_vpc.v.id]}",
      "the keys of aws_lb.a are not known: aws_vpc.v.id is known after apply",
    ],
  ])("that are not known leave one that stands for all: %s %p", (meta, value, reason) => {
    const graph = graphOf({
      variable: { size: {} },
      resource: {
        aws_vpc: { v: {} },
        aws_lb: { a: { [meta]: value, name: "${each.key}-${count.index}" } },
        aws_lb_listener: { l: { load_balancer_arn: "${aws_lb.a[0].arn}" } },
      },
    });
    const balancer = resource(graph, "aws_lb.a");
    expect(balancer.instances).toEqual({ unknown: reason });
    expect(balancer.value("name")).toEqual({ unknown: expect.anything() });
    expect(resource(graph, "aws_lb_listener.l").link("load_balancer_arn")).toEqual({ unknown: reason });
  });

  it("of none leave none", () => {
    expect(graphOf({ resource: { aws_lb: { a: { count: 0 }, b: { for_each: {} } } } }).resources).toEqual([]);
  });

  it("and references to their instances agree, whatever the keys are", () => {
    const keys = fc.uniqueArray(fc.string({ unit: "grapheme" }).filter((key) => !/[$%]\{/.test(key)));
    fc.assert(
      fc.property(keys, (names) => {
        const forEach = Object.fromEntries(names.map((name) => [name, "x"]));
        const graph = graphOf({
          resource: {
            a_thing: { t: { for_each: forEach, it: `\${${group}.g[each.key].arn}` } },
            [group]: { g: { for_each: forEach } },
          },
        });
        const things = graph.resources.filter(({ type }) => type === "a_thing");
        expect(things).toHaveLength(names.length);
        for (const thing of things) {
          const linked = thing.link("it");
          expect(linked).toEqual({ address: expect.any(String) });
          expect(graph.resource((linked as { address: string }).address)?.index).toBe(thing.index);
        }
      }),
    );
  });
});
