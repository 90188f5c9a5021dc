import { loadBalancerNameTaken } from "../../../lab/lint/defects/load-balancer-name-taken";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const withOther = (change: object) => (resource: Shape) => {
  resource.aws_lb.zweite = { ...resource.aws_lb.shop, ...change };
};

it.each([{}, { load_balancer_type: "network" }, { internal: true }])(
  "refuses a second load balancer of the name, with %j [N1, TF1]",
  (change) => {
    const [finding, ...others] = findIn(loadBalancerNameTaken, withOther(change));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ address: "aws_lb.zweite", severity: "error" });
    expect(finding?.message).toContain('got "shop" for aws_lb.shop and aws_lb.zweite');
  },
);

it("sees a name that several take by a local value, and by for_each [B38]", () => {
  const repeated = (resource: Shape, whole: Shape) => {
    whole.locals = { name: "shop" };
    withOther({ name: "${local.name}" })(resource);
  };
  expect(findIn(loadBalancerNameTaken, repeated)).toHaveLength(1);
  const each = (resource: Shape) => {
    resource.aws_lb.shop.for_each = '${toset(["blue", "green"])}';
  };
  expect(findIn(loadBalancerNameTaken, each)).toHaveLength(1);
});

it.each([
  { name: "shop-2" },
  { name: "${var.name}" },
  { name: null, name_prefix: "shop" },
  { count: "${var.count}" },
  { provider: "aws.other" },
  { region: "us-east-1" },
])("is silent with %j", (change) => {
  expect(findIn(loadBalancerNameTaken, withOther(change))).toEqual([]);
});

it("is silent about one that is looked up: it may be the same", () => {
  const looked = (_: Shape, whole: Shape) => {
    whole.data = { aws_lb: { shop: { name: "shop" } } };
  };
  expect(findIn(loadBalancerNameTaken, looked)).toEqual([]);
});
