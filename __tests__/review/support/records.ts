import type { Shape } from "../../lint/support/shop";

/** Adds an alias record `shop.example.com` that leads to the load balancer of the shop. */
export function withRecord(resource: Shape): void {
  resource.aws_route53_record = {
    shop: {
      zone_id: "Z0123456789",
      name: "shop.example.com",
      type: "A",
      alias: {
        name: "${aws_lb.shop.dns_name}",
        zone_id: "${aws_lb.shop.zone_id}",
        evaluate_target_health: true,
      },
    },
  };
}
