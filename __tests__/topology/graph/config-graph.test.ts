import { blocks, graphOf, resource, to } from "./graph-of";

const arn = "${aws_lb.main.arn}";

function valueOfLocal(value: unknown, more: Record<string, unknown> = {}) {
  return resource(graphOf({ resource: { a_thing: { x: { it: value } } }, ...more }), "a_thing.x");
}

describe("configGraph", () => {
  it("knows stack, region and construct paths of a synthesized stack", () => {
    const graph = graphOf({
      "//": { metadata: { stackName: "dev" } },
      provider: { aws: [{ alias: "us", region: "us-east-1" }, { region: "ap-northeast-2" }] },
      resource: { aws_lb: { main: { "//": { metadata: { path: "dev/alb/load-balancer" } } } } },
    });
    expect(graph.source).toEqual({ kind: "synth", stack: "dev", region: "ap-northeast-2" });
    expect(resource(graph, "aws_lb.main").path).toBe("dev/alb/load-balancer");
  });

  it("takes lists of objects wherever objects may stand", () => {
    const graph = graphOf({
      resource: [{ aws_lb: [{ a: [{ name: "a" }] }, { b: { name: "b" } }] }, { aws_vpc: { c: {} } }],
      data: [{ aws_vpc: { c: {} } }],
      locals: [{ x: 1 }, { y: 2 }],
    });
    expect(graph.resources.map(({ address }) => address)).toEqual([
      "aws_lb.a",
      "aws_lb.b",
      "aws_vpc.c",
      "data.aws_vpc.c",
    ]);
    expect(resource(graph, "aws_lb.b").value("name")).toBe("b");
  });

  it("lists calls of modules as unread", () => {
    expect(graphOf({ module: { vpc: { source: "./vpc" } } }).unread).toEqual([
      { address: "module.vpc", type: "module" },
    ]);
  });

  it.each([
    ["an object", { from: 1 }],
    ["a list of one", [{ from: 1 }]],
  ])("sees one nested block in %s", (_, it) => {
    const thing = valueOfLocal(it);
    expect(blocks(thing, "it").map((block) => block.value("from"))).toEqual([1]);
    expect(thing.value("it", "from")).toBe(1);
  });

  it("sees every nested block of a list, and none where there is none", () => {
    const thing = valueOfLocal([{ from: 1 }, { from: 2 }]);
    expect(blocks(thing, "it").map((block) => block.value("from"))).toEqual([1, 2]);
    expect(thing.value("it", 1, "from")).toBe(2);
    expect(thing.value("it", "from")).toEqual({ unknown: "there are 2 of it, not one" });
    expect(blocks(thing, "other")).toEqual([]);
    expect(blocks(valueOfLocal(null), "it")).toEqual([]);
  });

  it("does not know what a dynamic block makes", () => {
    const dynamic = { ingress: { for_each: [1], content: {} } };
    const graph = graphOf({
      resource: { aws_security_group: { a: { dynamic }, b: { dynamic: [dynamic] } } },
    });
    for (const address of ["aws_security_group.a", "aws_security_group.b"])
      expect(resource(graph, address).blocks("ingress")).toEqual({ unknown: "made by a dynamic block" });
  });

  it("links what points at a resource and keeps what does not", () => {
    const graph = graphOf({
      resource: {
        aws_lb: { main: { subnets: ["${aws_subnet.a.id}", "subnet-1"], name: null } },
        aws_subnet: { a: {} },
        aws_lb_listener: { http: { load_balancer_arn: arn, certificate_arn: "" } },
      },
    });
    const listener = resource(graph, "aws_lb_listener.http");
    expect(listener.link("load_balancer_arn")).toEqual(to("aws_lb.main"));
    expect(listener.value("load_balancer_arn")).toEqual({ unknown: "aws_lb.main.arn is known after apply" });
    expect(listener.link("certificate_arn")).toBeUndefined();
    expect(listener.link("nothing")).toBeUndefined();
    const balancer = resource(graph, "aws_lb.main");
    expect(balancer.links("subnets")).toEqual([to("aws_subnet.a"), { external: "subnet-1" }]);
    expect(balancer.links("security_groups")).toEqual([]);
    expect(balancer.value("name")).toBeUndefined();
  });

  it("goes through an argument to what it is set to, and no further than is known", () => {
    const graph = graphOf({
      resource: {
        aws_acm_certificate: { it: {} },
        aws_acm_certificate_validation: { it: { certificate_arn: "${aws_acm_certificate.it.arn}" } },
        aws_autoscaling_group: { web: { name: "web" } },
        aws_vpc: { it: {} },
        a_thing: {
          x: {
            certificate: "${aws_acm_certificate_validation.it.certificate_arn}",
            group: "${aws_autoscaling_group.web.name}",
            other: "${aws_vpc.it.default_security_group_id}",
            gone: "${aws_vpc.gone.id}",
            looked_up: "${data.aws_vpc.gone.id}",
          },
        },
      },
    });
    const thing = resource(graph, "a_thing.x");
    expect(thing.link("certificate")).toEqual(to("aws_acm_certificate.it"));
    expect(thing.link("group")).toEqual(to("aws_autoscaling_group.web"));
    expect(thing.value("group")).toBe("web");
    const reason = "aws_vpc.it.default_security_group_id is known after apply";
    expect(thing.link("other")).toEqual({ unknown: reason });
    expect(thing.link("gone")).toEqual({ unknown: "aws_vpc.gone.id is not declared" });
    expect(thing.link("looked_up")).toEqual({ unknown: "data.aws_vpc.gone.id is not declared" });
  });

  it.each([
    ["${local.a}", "va"],
    ["${var.a}", "va"],
    ["x-${local.a}-${var.n}-$${y}-%%{z", "x-va-3-${y}-%{z"],
    ["${local.map.k[1]}", 2],
    ['${local.map["k"][0]}', 1],
    ["${local.list[*].n}", [1, 2]],
    ["${local.indirect}", "va"],
    ['${["a", true, null, -1.5e2, {b = 1, "c" : [2]}]}', ["a", true, null, -150, { b: 1, c: [2] }]],
    ['${"a\\n\\"\\u00fc$${x} ${"${local.a}"}"}', 'a\n"ü${x} va'],
    ['${toset(["b", "a", "b"])}', ["a", "b"]],
    ["${tolist(local.map.k)}", [1, 2]],
    ["50 % off $5", "50 % off $5"],
  ])("works out %s", (text, value) => {
    const more = {
      locals: { a: "va", map: { k: [1, 2] }, list: [{ n: 1 }, { n: 2 }], indirect: "${local.a}" },
      variable: { a: { default: "va" }, n: { default: 3 } },
    };
    expect(valueOfLocal(text, more).value("it")).toEqual(value);
  });

  it.each([
    ["${1 + 2}", "${1 + 2} is not evaluated"],
    ['${lookup(local.a, "b")}', "lookup(...) is not evaluated"],
    ["%{ if true }a%{ endif }", "%{ if true }a%{ endif } is not evaluated"],
    ["${~ local.a }", "${~ local.a } is not evaluated"],
    ["${local.a", "${local.a is not evaluated"],
    ["${var.none}", "var.none has no default"],
    ["${var.gone}", "var.gone is not declared"],
    ["${local.gone}", "local.gone is not declared"],
    ["${module.vpc.id}", "module.vpc.id is in a module that is not part of this file"],
    ["${each.key}", "each.key is not known here"],
    ["${path.module}", "path.module is not evaluated"],
    ["a-${a_thing.x.id}", "a_thing.x.id is known after apply"],
  ])("does not guess %s", (text, reason) => {
    const more = { locals: { a: {} }, variable: { none: {} } };
    expect(valueOfLocal(text, more).value("it")).toEqual({ unknown: reason });
    expect(valueOfLocal(text, more).link("it")).toEqual({ unknown: reason });
  });

  it("takes a variable's default as the text that it is", () => {
    const more = { variable: { a: { default: "${not.evaluated}" } } };
    expect(valueOfLocal("${var.a}", more).value("it")).toBe("${not.evaluated}");
  });
});
