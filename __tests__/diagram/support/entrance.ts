import { type Diagram, diagramOf, type Mark } from "../../../lab/diagram";
import type { Shape } from "../../lint/support/shop";
import { shopOf, topologyFrom } from "./inputs";

/** A record of Route 53 that leads to a load balancer. */
export const alias = (type: string, name: string, to = "shop") => ({
  name,
  type,
  alias: [{ name: `\${aws_lb.${to}.dns_name}`, zone_id: "Z1", evaluate_target_health: true }],
});

/** A shop with names that lead to its load balancer, and a web ACL in front of it. */
export function entrance(more: Readonly<Record<string, unknown>> = {}): Shape {
  const shape = shopOf(2);
  const { resource } = shape;
  resource.aws_route53_record = {
    www: alias("A", "www.example.com."),
    www6: alias("AAAA", "www.example.com"),
    old: { name: "old.example.com", type: "CNAME", ttl: 60, records: ["${aws_lb.shop.dns_name}"] },
    mail: { name: "mail.example.com", type: "A", ttl: 60, records: ["192.0.2.1"] },
    ...more,
  };
  resource.aws_wafv2_web_acl = { edge: { name: "edge", scope: "REGIONAL" } };
  resource.aws_wafv2_web_acl_association = {
    edge: { resource_arn: "${aws_lb.shop.arn}", web_acl_arn: "${aws_wafv2_web_acl.edge.arn}" },
  };
  return shape;
}

/** What a plan does that takes a name away and puts the web ACL in front. */
export function changedEntrance(mark: Mark): Diagram {
  const [before, after] = [entrance(), entrance()];
  delete after.resource.aws_route53_record.old;
  delete before.resource.aws_wafv2_web_acl_association;
  const marks = new Map<string, Mark>([
    ["aws_route53_record.old", mark],
    ["aws_wafv2_web_acl_association.edge", "added"],
  ]);
  return diagramOf(topologyFrom(after), { before: topologyFrom(before), marks });
}
