import type { Defect } from "../defect";

/** An alias names the zone of its target, which AWS owns, not the zone that the record is in. */
export const aliasZoneOfTheRecord: Defect = {
  id: "alias-zone-of-the-record",
  severity: "error",
  facts: ["B83"],
  *find(subject) {
    for (const record of subject.resources("aws_route53_record")) {
      const [name, zone] = ["name", "zone_id"].map((argument) => record.link("alias", argument));
      const lb = name && "address" in name ? subject.resource(name.address) : undefined;
      const owner = zone && "address" in zone ? subject.resource(zone.address) : undefined;
      if (lb === undefined || !/^aws_a?lb$/.test(lb.type) || owner?.type !== "aws_route53_zone") continue;
      yield {
        at: record,
        message: `alias zone_id must be that of ${lb.address}, got that of ${owner.address}`,
        fix: `write zone_id of ${lb.address}`,
      };
    }
  },
};
