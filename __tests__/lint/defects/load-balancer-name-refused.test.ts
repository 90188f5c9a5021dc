import { loadBalancerNameRefused } from "../../../lab/lint/defects/load-balancer-name-refused";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const named = (change: object) => (resource: Shape) => {
  resource.aws_lb.shop = { ...resource.aws_lb.shop, ...change };
};

it.each([
  ["x".repeat(33), "at most 32 characters"],
  ["shop_web", "letters, digits and hyphens"],
  ["shop.web", "letters, digits and hyphens"],
  ["-shop", "no hyphen at either end"],
  ["shop-", "no hyphen at either end"],
  ["internal-shop", "no internal- at its start"],
])("refuses %s [N1, B35, B37]", (name, rule) => {
  const [finding, ...others] = findIn(loadBalancerNameRefused, named({ name }));
  expect(others).toEqual([]);
  expect(finding?.message).toContain(`name must hold ${rule}, got `);
});

it.each(["x".repeat(32), "a", "Shop-1", "shop-internal-1", "internal"])("takes %s", (name) => {
  expect(findIn(loadBalancerNameRefused, named({ name }))).toEqual([]);
});

it.each(["seven77", "sh_", "-shop"])("refuses the prefix %s [TF2, B36]", (name_prefix) => {
  const [line] = linesIn(loadBalancerNameRefused, named({ name: null, name_prefix }));
  expect(line).toContain(`aws_lb.shop: name_prefix must hold`);
});

it.each(["sixsix", "shop-"])("takes the prefix %s", (name_prefix) => {
  expect(findIn(loadBalancerNameRefused, named({ name: null, name_prefix }))).toEqual([]);
});

it("judges the alias of the type, and leaves network load balancers and unknown names alone", () => {
  const alias = (resource: Shape) => {
    resource.aws_alb = { old: { ...resource.aws_lb.shop, name: "a_b" } };
  };
  expect(findIn(loadBalancerNameRefused, alias)).toHaveLength(1);
  const network = named({ name: "a_b", load_balancer_type: "network" });
  expect(findIn(loadBalancerNameRefused, network)).toEqual([]);
  expect(findIn(loadBalancerNameRefused, named({ name: "${var.name}_x" }))).toEqual([]);
});

it("keeps a hostile name on one line", () => {
  const [finding] = findIn(loadBalancerNameRefused, named({ name: "a\n\u2028b" }));
  expect(finding?.message).toMatch(/^[\x20-\x7e]+$/);
});
