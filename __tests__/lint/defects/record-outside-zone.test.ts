import { recordOutsideZone } from "../../../lab/lint/defects/record-outside-zone";
import { findIn } from "../support/find";
import { withRecord } from "../support/records";
import type { Shape } from "../support/shop";

it.each([
  ["shop.example.org", "example.com"],
  ["shop.exmaple.com", "example.com"],
  ["shop.example.org.", "example.dev"],
  ["shopexample.com", "example.com"],
  ["shop.com", "example.dev"],
  ["*.example.net", "example.com"],
  ["shop.other.co.uk", "example.co.uk"],
  ["example.com", "shop.example.com"],
])("refuses %s in %s [B83]", (name, zone) => {
  const [finding, ...others] = findIn(recordOutsideZone, withRecord({ name }, zone));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_route53_record.shop", severity: "error" });
  expect(finding?.message).toBe(`name must be "${zone}" or end in ".${zone}", got "${name}"`);
});

it.each([
  ["shop.example.com", "example.com"],
  ["Shop.Example.com.", "example.com."],
  ["example.com", "example.com"],
  ["*.example.com", "example.com"],
  ["shop", "example.com"],
  ["api.v1", "example.com"],
  ["api.dev", "example.dev"],
  ["api.eu", "example.eu"],
  ["", "example.com"],
  ["${var.name}", "example.com"],
  ["shop.example.org", "${var.zone}"],
])("is silent about %s in %s", (name, zone) => {
  expect(findIn(recordOutsideZone, withRecord({ name }, zone))).toEqual([]);
});

it("knows a zone that is looked up, and is silent about one that is not", () => {
  const looked = (resource: Shape, whole: Shape) => {
    whole.data = { aws_route53_zone: { main: { name: "example.com" } } };
    withRecord({ zone_id: "${data.aws_route53_zone.main.id}", name: "example.org" })(resource);
  };
  expect(findIn(recordOutsideZone, looked)).toHaveLength(1);
  for (const zone_id of ["Z123", "${var.zone}"])
    expect(findIn(recordOutsideZone, withRecord({ zone_id, name: "example.org" }))).toEqual([]);
});
