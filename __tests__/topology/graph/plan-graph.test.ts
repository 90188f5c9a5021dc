import type { Link } from "../../../lab/topology";
import type { Block, ResourceGraph } from "../../../lab/topology/graph";
import { blocks, graphOfFixture, resource, to } from "./graph-of";

const forwardsOf = (block: Block) =>
  blocks(block, "forward", "target_group").map((group) => [group.value("weight"), group.link("arn")]);

describe("a first plan, in which no id is known", () => {
  const graph = graphOfFixture("modular.plan.json");
  const orders = 'module.service["orders"]';
  const linkOf = (address: string, ...path: string[]) => resource(graph, address).link(...path);

  it("holds every planned instance of every module", () => {
    expect(graph.source).toEqual({ kind: "plan", region: "eu-west-1" });
    expect(graph.resources).toHaveLength(33);
    const { mode, type, name, module, index } = resource(graph, `${orders}.aws_instance.server["a"]`);
    expect({ mode, type, name, module, index }).toEqual({
      mode: "managed",
      type: "aws_instance",
      name: "server",
      module: orders,
      index: "a",
    });
  });

  it("links by direct references", () => {
    expect(linkOf("aws_alb_listener.http", "load_balancer_arn")).toEqual(to("aws_alb.main"));
    expect(resource(graph, "aws_alb.main").links("security_groups")).toEqual([to("aws_security_group.alb")]);
  });

  it("links through variables and outputs of modules, and through whole objects", () => {
    expect(linkOf("aws_lb_target_group.blue", "vpc_id")).toEqual(to("module.network.aws_vpc.this"));
    expect(linkOf(`${orders}.aws_lb_target_group.this`, "vpc_id")).toEqual(to("module.network.aws_vpc.this"));
    expect(linkOf(`${orders}.aws_lb_listener_rule.this`, "listener_arn")).toEqual(
      to("aws_alb_listener.http"),
    );
    const rule = `${orders}.aws_vpc_security_group_ingress_rule.server`;
    expect(linkOf(rule, "referenced_security_group_id")).toEqual(to("aws_security_group.alb"));
  });

  it("links by equal keys of for_each and of count", () => {
    const attachment = `${orders}.aws_lb_target_group_attachment.by_instance["b"]`;
    expect(linkOf(attachment, "target_id")).toEqual(to(`${orders}.aws_instance.server["b"]`));
    const association = "module.network.aws_route_table_association.public[1]";
    expect(linkOf(association, "subnet_id")).toEqual(to("module.network.aws_subnet.public[1]"));
  });

  it("tells the groups of a weighted forward apart, though a plan sorts them", () => {
    const [action] = blocks(resource(graph, "aws_lb_listener_rule.weighted"), "action");
    expect(forwardsOf(action!)).toEqual([
      [10, to("aws_lb_target_group.green")],
      [90, to("aws_lb_target_group.blue")],
    ]);
  });

  it("does not guess what the configuration does not show", () => {
    expect(linkOf("aws_lb_listener_rule.conditional", "action", "target_group_arn")).toEqual({
      unknown:
        "depends on var.services, aws_lb_target_group.blue.arn, aws_lb_target_group.green.arn: a plan does not show how",
    });
    expect(linkOf('aws_lb_listener_rule.by_local["blue"]', "action", "target_group_arn")).toEqual({
      unknown: "depends on local.groups, which a plan does not show",
    });
    expect(linkOf(`${orders}.aws_instance.server["a"]`, "subnet_id")).toEqual({
      unknown: "depends on module.network.aws_subnet.public, which has other keys",
    });
    expect(resource(graph, "aws_alb.main").links("subnets")).toEqual({
      unknown:
        "module.network.aws_subnet.public[0], module.network.aws_subnet.public[1]: a plan does not show which",
    });
  });

  it("says not set where the provider fills in, and unknown where the configuration sets", () => {
    const balancer = resource(graph, "aws_alb.main");
    expect(balancer.value("internal")).toBeUndefined();
    expect(balancer.value("name")).toBe("main");
    expect(balancer.value("subnets")).toEqual({
      unknown: "known after apply: module.network.public_subnets",
    });
    expect(blocks(resource(graph, "aws_lb_target_group.blue"), "health_check")).toEqual([]);
    expect(blocks(resource(graph, "aws_security_group.alb"), "egress")).toEqual([]);
  });
});

describe("inline and dynamic blocks of a plan", () => {
  const inline = graphOfFixture("inline.plan.json");
  const dynamic = graphOfFixture("dynamic.plan.json");
  const groupsOf = (address: string) =>
    blocks(resource(inline, address), "ingress").map((rule) => [
      rule.value("from_port"),
      rule.links("security_groups"),
    ]);

  it("link as far as the configuration shows them", () => {
    expect(groupsOf("aws_security_group.static")).toEqual([
      [22, []],
      [3000, [to("aws_security_group.alb")]],
    ]);
    expect(groupsOf("aws_security_group.contents_unknown")).toEqual([
      [3000, { unknown: "known after apply" }],
      [9090, { unknown: "known after apply" }],
    ]);
  });

  it("do not link where a dynamic block chooses", () => {
    const [action] = blocks(resource(inline, "aws_lb_listener.dynamic"), "default_action");
    expect(forwardsOf(action!)).toEqual([
      [10, { unknown: "known after apply" }],
      [90, { unknown: "known after apply" }],
    ]);
  });

  it("are unknown where nobody knows how many there are", () => {
    const rule = resource(dynamic, "aws_lb_listener_rule.x");
    expect(rule.blocks("condition")).toEqual({ unknown: "known after apply" });
    expect(rule.blocks("action")).toEqual({ unknown: "known after apply" });
    const listener = resource(dynamic, "aws_lb_listener.x");
    expect(listener.blocks("default_action", "forward", "target_group")).toEqual({
      unknown: "known after apply",
    });
  });

  it("stand beside names that are known before ids are", () => {
    const attachment = resource(inline, "aws_autoscaling_attachment.web");
    expect(attachment.value("autoscaling_group_name")).toBe("web");
    expect(attachment.link("autoscaling_group_name")).toEqual(to("aws_autoscaling_group.web"));
    expect(attachment.link("lb_target_group_arn")).toEqual(to('aws_lb_target_group.each["green"]'));
    expect(resource(inline, "aws_lb.mapped").links("security_groups")).toEqual([
      to("aws_security_group.alb"),
      to("aws_security_group.static"),
    ]);
  });
});

describe("a plan over what is applied", () => {
  it("links by the ids that are known, and leaves out what is deleted", () => {
    const graph = graphOfFixture("modular-again.plan.json");
    const modules = new Set(graph.resources.map(({ module }) => module));
    expect([...modules]).toEqual([
      undefined,
      "module.network",
      'module.service["new"]',
      'module.service["orders"]',
    ]);
    const rule = resource(graph, "aws_lb_listener_rule.conditional");
    expect(rule.link("action", "target_group_arn")).toEqual(to("aws_lb_target_group.green"));
    const subnets = [0, 1].map((index) => to(`module.network.aws_subnet.public[${index}]`));
    expect(resource(graph, "aws_alb.main").links("subnets")).toEqual(subnets);
    const created = resource(graph, 'module.service["new"].aws_lb_listener_rule.this');
    expect(created.link("action", "target_group_arn")).toEqual(
      to('module.service["new"].aws_lb_target_group.this'),
    );
  });

  it("links to data sources that have been read", () => {
    const graph = graphOfFixture("lookup.plan.json");
    const rule = resource(graph, "aws_lb_listener_rule.extra");
    expect(rule.link("listener_arn")).toEqual(to("data.aws_lb_listener.http"));
    expect(resource(graph, "data.aws_lb_listener.http").link("load_balancer_arn")).toEqual(
      to("data.aws_lb.main"),
    );
    expect(resource(graph, "aws_lb_target_group.extra").link("vpc_id")).toEqual({
      external: expect.stringMatching(/^vpc-/),
    });
  });
});

describe("a state", () => {
  const state = graphOfFixture("modular.state.json");

  it("links by ids and ARNs", () => {
    expect(state.source).toEqual({ kind: "state", region: "eu-west-1" });
    const rule = resource(state, 'aws_lb_listener_rule.by_local["blue"]');
    expect(rule.link("listener_arn")).toEqual(to("aws_alb_listener.http"));
    expect(rule.link("action", "target_group_arn")).toEqual(to("aws_lb_target_group.blue"));
    const attachment = resource(state, "aws_lb_target_group_attachment.address");
    expect(attachment.link("target_id")).toEqual({ external: "10.1.2.3" });
  });

  it("says the same as the state file it was printed from", () => {
    const file = graphOfFixture("modular.tfstate.json");
    expect(linksOf(file)).toEqual(linksOf(state));
    expect(file.source).toEqual(state.source);
  });

  it("bears out every link of the plan that it was applied from", () => {
    const applied = linksOf(state);
    const planned = Object.entries(linksOf(graphOfFixture("modular.plan.json")));
    const known = planned.filter(([, link]) => !JSON.stringify(link).includes("unknown"));
    expect(known.length).toBeGreaterThan(30);
    for (const [place, link] of known) expect([place, applied[place]]).toEqual([place, link]);
  });
});

const SINGLE = ["load_balancer_arn", "target_group_arn", "target_id", "vpc_id", "subnet_id", "listener_arn"];
const OTHERS = ["security_group_id", "referenced_security_group_id", "route_table_id"];

/** Every link of a graph by its place. */
function linksOf(graph: ResourceGraph): Record<string, Link | undefined> {
  const found: [string, Link | undefined][] = [];
  for (const one of graph.resources) {
    for (const name of [...SINGLE, ...OTHERS]) found.push([`${one.address}.${name}`, one.link(name)]);
    const action = blocks(one, one.type.endsWith("listener") ? "default_action" : "action")[0];
    if (action) found.push([`${one.address}.action`, action.link("target_group_arn")]);
    for (const [weight, link] of action ? forwardsOf(action) : [])
      found.push([`${one.address}.${weight}`, link as Link]);
  }
  return Object.fromEntries(found.filter(([, link]) => link !== undefined));
}
