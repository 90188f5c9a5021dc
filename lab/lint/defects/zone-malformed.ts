import type { Defect } from "../defect";
import { quoted } from "../values";
import { regionOfZone } from "../zones";

/** A zone is a region and a letter. */
export const zoneMalformed: Defect = {
  id: "zone-malformed",
  severity: "error",
  facts: ["B56", "N3"],
  *find(subject) {
    for (const resource of subject.resources("aws_subnet", "aws_default_subnet", "aws_instance")) {
      const zone = resource.value("availability_zone");
      if (typeof zone !== "string" || zone === "" || regionOfZone(zone) !== undefined) continue;
      yield {
        at: resource,
        message: `availability_zone must be a zone such as eu-west-1a, got ${quoted(zone)}`,
        fix: "write the region and the zone's letter; an id such as euw1-az1 belongs into availability_zone_id",
      };
    }
  },
};
