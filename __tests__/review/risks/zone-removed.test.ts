import { zoneRemoved } from "../../../lab/review/risks/zone-removed";
import { subnetElsewhere } from "../../lint/support/scaling";
import { patch, risksOf } from "../support/hazards";
import { both, second, web } from "../support/servers";

const found = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(zoneRemoved, ...about).map(({ level, address, message }) => `${level} ${address}: ${message}`);
const subnets = (...names: readonly string[]) =>
  patch({ aws_lb: { shop: { subnets: names.map((name) => `\${aws_subnet.${name}.id}`) } } });
const three = both(subnetElsewhere, subnets("a", "b", "c"));

it("tells of a load balancer that leaves a zone, and of targets that get no requests there [U15]", () => {
  expect(found(subnets("a", "b"), three)).toEqual([
    "drops-traffic aws_lb.shop: takes eu-west-1c away from shop",
  ]);
  const [risk] = risksOf(zoneRemoved, subnets("a", "c"), three);
  expect(risk?.course[2]).toBe("targets of api in the zone get no request any more (Target.NotInUse)");
});

it("tells of the last target of a zone that goes, by whether others answer for it [S9, E503]", () => {
  const goes = patch({ aws_instance: { second: null }, aws_lb_target_group_attachment: { second: null } });
  const line = "aws_lb_target_group.web: leaves web without a target in eu-west-1b";
  expect(found(goes, second)).toEqual([`needs-care ${line}`]);
  const apart = web("aws_lb_target_group", { load_balancing_cross_zone_enabled: "false" });
  expect(found(goes, both(second, apart))).toEqual([`drops-traffic ${line}`]);
});

it("is silent where a zone comes, subnets are in another order, or another subnet is in the zone", () => {
  expect(found(subnets("a", "b", "c"), subnetElsewhere)).toEqual([]);
  expect(found(subnets("c", "b", "a"), three)).toEqual([]);
  const other = patch({
    aws_subnet: {
      d: { vpc_id: "${aws_vpc.main.id}", cidr_block: "10.0.9.0/24", availability_zone: "eu-west-1a" },
    },
  });
  expect(found(subnets("d", "b"), other)).toEqual([]);
});

it("is silent where a subnet's zone is unknown", () => {
  const nowhere = patch({ aws_subnet: { c: { availability_zone: null } } });
  expect(found(subnets("a", "b"), both(three, nowhere))).toEqual([]);
});
