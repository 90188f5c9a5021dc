import { loadBalancerDestroyed } from "../../../lab/review/risks/load-balancer-destroyed";
import type { Shape } from "../../lint/support/shop";
import { risksOf } from "../support/hazards";
import { withRecord } from "../support/records";

const remove = (resource: Shape) => {
  for (const type of ["aws_lb", "aws_lb_listener", "aws_lb_listener_rule", "aws_route53_record"])
    delete resource[type];
};

it("says what nobody answers any more, and which names led there", () => {
  const [risk] = risksOf(loadBalancerDestroyed, remove, withRecord);
  expect([risk?.level, risk?.message, ...(risk?.course ?? [])]).toEqual([
    "drops-traffic",
    "destroys the load balancer shop",
    "Terraform destroys rules and listeners first: nothing answers at port 80 of shop",
    "it destroys shop, and the DNS name of it with it",
    "shop.example.com led to it, and so did whatever points at its DNS name from elsewhere",
  ]);
});

it("tells that the listeners are gone when deletion protection stops it [G31]", () => {
  const [risk] = risksOf(loadBalancerDestroyed, remove, (resource) => {
    resource.aws_lb.shop.enable_deletion_protection = true;
  });
  expect(risk?.course[1]).toContain("AWS refuses that while deletion protection is on");
});

it("needs care where its listeners may be declared elsewhere", () => {
  const bare = (resource: Shape) => {
    delete resource.aws_lb_listener;
    delete resource.aws_lb_listener_rule;
  };
  const [risk] = risksOf(loadBalancerDestroyed, remove, bare);
  expect([risk?.level, risk?.message]).toEqual([
    "needs-care",
    "destroys the load balancer shop; it has no listener here, but may have some that are declared elsewhere",
  ]);
});

it("leaves one that is only called otherwise to the move that is not recorded", () => {
  const renamed = (resource: Shape) => {
    resource.aws_lb = { front: resource.aws_lb.shop };
    resource.aws_lb_listener.http.load_balancer_arn = "${aws_lb.front.arn}";
  };
  expect(risksOf(loadBalancerDestroyed, renamed)).toEqual([]);
});
