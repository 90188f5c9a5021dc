import type { Shape } from "./shop";

/** Gives the shop a zone `example.com` and a record in it that is an alias of the load balancer. */
export const withRecord =
  (change: object = {}, zone = "example.com") =>
  (resource: Shape): void => {
    resource.aws_route53_zone = { main: { name: zone } };
    const alias = {
      name: "${aws_lb.shop.dns_name}",
      zone_id: "${aws_lb.shop.zone_id}",
      evaluate_target_health: true,
    };
    const record = {
      zone_id: "${aws_route53_zone.main.zone_id}",
      name: "shop.example.com",
      type: "A",
      alias,
    };
    resource.aws_route53_record = { shop: { ...record, ...change } };
  };
