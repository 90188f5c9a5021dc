import { aliasZoneOfTheRecord } from "../../../lab/lint/defects/alias-zone-of-the-record";
import { findIn } from "../support/find";
import { withRecord } from "../support/records";

const alias = (zone_id: string, name = "${aws_lb.shop.dns_name}") => ({
  alias: [{ name, zone_id, evaluate_target_health: false }],
});

it.each(["${aws_route53_zone.main.zone_id}", "${aws_route53_zone.main.id}"])(
  "refuses %s in an alias [B83]",
  (zone) => {
    expect(findIn(aliasZoneOfTheRecord, withRecord(alias(zone)))).toMatchObject([
      {
        severity: "error",
        message: "alias zone_id must be that of aws_lb.shop, got that of aws_route53_zone.main",
      },
    ]);
  },
);

it("is silent about the zone of the load balancer, other targets and what is not known", () => {
  expect(findIn(aliasZoneOfTheRecord, withRecord())).toEqual([]);
  expect(findIn(aliasZoneOfTheRecord, withRecord(alias("Z32O12XQLNTSW2")))).toEqual([]);
  expect(findIn(aliasZoneOfTheRecord, withRecord(alias("${var.zone}")))).toEqual([]);
  const own = alias("${aws_route53_zone.main.zone_id}", "www.example.com");
  expect(findIn(aliasZoneOfTheRecord, withRecord(own))).toEqual([]);
  expect(findIn(aliasZoneOfTheRecord, withRecord({ alias: null, records: ["10.0.0.1"], ttl: 60 }))).toEqual(
    [],
  );
});
