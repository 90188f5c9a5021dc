import { zoneMalformed } from "../../../lab/lint/defects/zone-malformed";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const subnet = (availability_zone: string | null) => (resource: Shape) => {
  resource.aws_subnet.a.availability_zone = availability_zone;
};

it.each([
  "eu-west-1",
  "a",
  "eu-west-1-a",
  "EU-WEST-1A",
  "euw1-az1",
  "eu-west-1a ",
  "eu-west1a",
  "eu_west_1a",
])("refuses %s [B56]", (zone) => {
  const [finding, ...others] = findIn(zoneMalformed, subnet(zone));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_subnet.a", severity: "error" });
  expect(finding?.message).toContain(`got "${zone}"`);
});

it.each([
  "eu-west-1a",
  "us-gov-west-1a",
  "us-isob-east-1a",
  "eusc-de-east-1a",
  "us-west-2-lax-1a",
  "us-east-1-wl1-bos-wlz-1",
  "${var.zone}",
  "",
  null,
])("is silent about %s", (zone) => {
  expect(findIn(zoneMalformed, subnet(zone))).toEqual([]);
});

it("judges instances too", () => {
  const instance = (resource: Shape) => {
    resource.aws_instance.web.availability_zone = "west";
  };
  expect(findIn(zoneMalformed, instance)).toMatchObject([{ address: "aws_instance.web" }]);
});
