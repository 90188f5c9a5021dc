import { loadBalancerReplaced } from "../../../lab/review/risks/load-balancer-replaced";
import type { Shape } from "../../lint/support/shop";
import { risksOf } from "../support/hazards";
import { withRecord } from "../support/records";

const renamed = (resource: Shape) => {
  resource.aws_lb.shop.name = "store";
};

it("says what forces it, and what becomes of those who point at its name [H79]", () => {
  const [risk] = risksOf(loadBalancerReplaced, renamed, withRecord);
  expect([risk?.level, risk?.message, ...(risk?.course ?? [])]).toEqual([
    "drops-traffic",
    'replaces the load balancer shop, forced by name ("shop" before, "store" after)',
    "Terraform destroys rules and listeners first: nothing answers at port 80 of shop",
    "it destroys shop, and the DNS name of it with it",
    "the new one is ready after some minutes, with another DNS name; its listeners and rules come last",
    "shop.example.com is led to the new one once that is there, and resolvers follow when the TTL has passed; whatever points at the old DNS name from elsewhere leads nowhere",
  ]);
});

it("tells that deletion protection stops it half way [G31]", () => {
  const [risk] = risksOf(loadBalancerReplaced, renamed, (resource) => {
    resource.aws_lb.shop.enable_deletion_protection = true;
  });
  expect(risk?.course).toEqual([
    "Terraform destroys rules and listeners first: nothing answers at port 80 of shop",
    "it begins to destroy shop; AWS refuses that while deletion protection is on, and the apply ends there, without listeners",
  ]);
});

it("tells that listeners go at once where only the load balancer is made first", () => {
  const [risk] = risksOf(loadBalancerReplaced, renamed, (resource) => {
    resource.aws_lb.shop.lifecycle = { create_before_destroy: true };
  });
  expect(risk?.course[0]).toContain("Terraform destroys rules and listeners first");
  expect(risk?.course.at(-1)).toBe("it destroys shop, and the DNS name of it with it");
});

it("keeps listeners to the end where they are made first as well", () => {
  const [risk] = risksOf(loadBalancerReplaced, renamed, (resource) => {
    resource.aws_lb_listener.http.lifecycle = { create_before_destroy: true };
  });
  expect(risk?.course[0]).toContain("the new one is ready after some minutes");
});

it("says that clients of the internet do not reach one that becomes internal", () => {
  const hidden = (resource: Shape) => {
    resource.aws_lb.shop.internal = true;
  };
  expect(risksOf(loadBalancerReplaced, hidden)[0]?.course.at(-1)).toBe(
    "the new one is internal: clients of the internet do not reach it",
  );
});

it("needs care only where it has no listener here, and is told with its network where that is replaced", () => {
  const bare = (resource: Shape) => {
    delete resource.aws_lb_listener;
    delete resource.aws_lb_listener_rule;
  };
  expect(risksOf(loadBalancerReplaced, renamed, bare).map(({ level }) => level)).toEqual(["needs-care"]);
  const uprooted = (resource: Shape) => {
    renamed(resource);
    resource.aws_subnet.a.cidr_block = "10.0.7.0/24";
  };
  expect(risksOf(loadBalancerReplaced, uprooted)).toEqual([]);
});
