import { type Diagram, diagramOf, type Mark } from "../../../lab/diagram";
import { parseInput, type Topology, topologyOfInput } from "../../../lab/topology";
import { type Shape, shop } from "../../lint/support/shop";

/** The shop with more services, each with a rule, a target group and an instance in both zones. */
export function shopOf(services: number, nameOf = (number: number) => `service-${number}`): Shape {
  const shape = shop();
  const { resource } = shape;
  for (let number = 0; number < services; number++) {
    const [id, name] = [`s${number}`, nameOf(number)];
    resource.aws_lb_target_group[id] = { ...resource.aws_lb_target_group.web, name };
    resource.aws_lb_listener_rule[id] = {
      ...resource.aws_lb_listener_rule.api,
      priority: 100 + number,
      condition: [{ path_pattern: { values: [`/${name}`] } }],
      action: [{ type: "forward", target_group_arn: `\${aws_lb_target_group.${id}.arn}` }],
    };
    for (const zone of ["a", "b"]) {
      const server = resource.aws_instance[zone === "a" ? "web" : "api"];
      resource.aws_instance[`${id}_${zone}`] = { ...server, tags: { Name: `${name}-${zone}` } };
      resource.aws_lb_target_group_attachment[`${id}_${zone}`] = {
        target_group_arn: `\${aws_lb_target_group.${id}.arn}`,
        target_id: `\${aws_instance.${id}_${zone}.id}`,
        port: 3000,
      };
    }
  }
  return shape;
}

export function topologyFrom(shape: Shape): Topology {
  return topologyOfInput(parseInput(JSON.stringify(shape), "shop"));
}

export function drawn(shape: Shape): Diagram {
  return diagramOf(topologyFrom(shape));
}

/** A shop of some services in which something of each kind is added, changed, replaced and destroyed. */
export function changedShop(services: number): Diagram {
  const [before, after] = [shopOf(services), shopOf(services)];
  const { resource } = after;
  const marks = new Map<string, Mark>([
    ["aws_lb_listener_rule.s0", "changed"],
    ["aws_lb_target_group.s1", "replaced"],
    ["aws_instance.s2_a", "replaced"],
    ["aws_lb_listener_rule.old", "added"],
    ["aws_vpc_security_group_ingress_rule.http", "changed"],
    ["aws_iam_role.server", "added"],
  ]);
  resource.aws_lb_listener_rule.s0.priority = 99;
  resource.aws_lb_target_group.s1.port = 3001;
  resource.aws_lb_listener_rule.old = {
    ...resource.aws_lb_listener_rule.api,
    priority: 5,
    condition: [{ host_header: { values: ["old.example.com"] } }],
    action: [{ type: "redirect", redirect: { status_code: "HTTP_301", host: "www.example.com" } }],
  };
  resource.aws_vpc_security_group_ingress_rule.http.cidr_ipv4 = "10.0.0.0/8";
  resource.aws_iam_role = { server: { name: "server" } };
  for (const address of ["aws_lb_target_group.s3", "aws_lb_listener_rule.s3"]) {
    const [type = "", name = ""] = address.split(".");
    delete resource[type][name];
    marks.set(address, "destroyed");
  }
  for (const zone of ["a", "b"])
    for (const type of ["aws_instance", "aws_lb_target_group_attachment"]) {
      delete resource[type][`s3_${zone}`];
      marks.set(`${type}.s3_${zone}`, "destroyed");
    }
  return diagramOf(topologyFrom(after), { before: topologyFrom(before), marks });
}

/** Names that mean something to XML, HTML, Mermaid, Markdown or a terminal, and those that are hard to measure. */
export const hostileNames: readonly string[] = [
  `<script>alert("x")</script>&amp;'`,
  "end",
  "click n0 href",
  "%%{init: {}}%%",
  ":::added",
  'a"] --> b["',
  "`code` **bold** _x_ $$x^2$$ fa:fa-bomb",
  "1. list",
  "- list\n# heading",
  "#quot;#35;&lt;br/&gt;",
  "]]><![CDATA[",
  "\u0000\u0008\u001b[31mred\u202egnp\ufffe\ud800",
  "상품 서비스",
  "🛒🧑‍💻 shop",
  "متجر",
  "\ufdfd\u{1242b}\u2e3b",
  `z${"\u0301".repeat(200)}`,
  "W".repeat(300),
  "word ".repeat(200),
  "",
];
