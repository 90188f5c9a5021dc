import { tooFewZones } from "../../../lab/lint/defects/too-few-zones";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const [a, b] = ["${aws_subnet.a.id}", "${aws_subnet.b.id}"];
const on = (change: object) => (resource: Shape) => {
  resource.aws_lb.shop = { ...resource.aws_lb.shop, ...change };
};

it.each([
  [{ subnets: [a] }, "got one subnet, aws_subnet.a"],
  [{ subnets: [a, a] }, "got one subnet, aws_subnet.a"],
  [{ subnets: [] }, "got no subnet"],
  [{ subnets: null }, "got no subnet"],
  [{ subnets: null, subnet_mapping: { subnet_id: b } }, "got one subnet, aws_subnet.b"],
  [{ subnets: null, subnet_mapping: [{ subnet_id: b }] }, "got one subnet, aws_subnet.b"],
])("refuses %j [N3, TF6, B56]", (change, got) => {
  const [finding, ...others] = findIn(tooFewZones, on(change));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb.shop", severity: "error" });
  expect(finding?.message).toContain(got);
});

it("refuses several subnets of one zone, named or by its id", () => {
  const byName = (resource: Shape) => {
    resource.aws_subnet.b.availability_zone = "eu-west-1a";
  };
  expect(findIn(tooFewZones, byName)[0]?.message).toContain('got 2 subnets of "eu-west-1a"');
  const byId = (resource: Shape) => {
    for (const subnet of Object.values<Shape>(resource.aws_subnet)) {
      delete subnet.availability_zone;
      subnet.availability_zone_id = "euw1-az1";
    }
  };
  expect(findIn(tooFewZones, byId)).toHaveLength(1);
});

it("warns where the only subnet is not described: it may be in a local zone", () => {
  for (const subnets of [["subnet-1"], ["${var.subnet}"]])
    expect(findIn(tooFewZones, on({ subnets }))).toMatchObject([{ severity: "warning" }]);
});

it.each([
  { subnets: ["subnet-1", "subnet-2"] },
  { subnets: ["${var.one}", "${var.other}"] },
  { subnets: "${var.subnets}" },
  { subnets: "${data.aws_subnets.all.ids}" },
  { subnets: [a], load_balancer_type: "network" },
  { subnets: [a], customer_owned_ipv4_pool: "ipv4pool-coip-1" },
])("is silent with %j", (change) => {
  expect(findIn(tooFewZones, on(change))).toEqual([]);
});

it.each([
  { availability_zone: "us-west-2-lax-1a" },
  { outpost_arn: "arn:aws:outposts:eu-west-1:1:outpost/op-1" },
])("is silent about one subnet with %j, where one is enough", (change) => {
  const alone = (resource: Shape) => {
    Object.assign(resource.aws_subnet.a, change);
    on({ subnets: [a] })(resource);
  };
  expect(findIn(tooFewZones, alone)).toEqual([]);
});

it("is silent where the zone of one of two is not known", () => {
  const open = (resource: Shape) => {
    resource.aws_subnet.b.availability_zone = "${data.aws_availability_zones.all.names[1]}";
  };
  expect(findIn(tooFewZones, open)).toEqual([]);
});
