import type { Resource } from "../../topology";
import type { Defect } from "../defect";
import type { Subject } from "../subject";
import { quoted } from "../values";
import { regionOf, regionOfZone } from "../zones";

/** Everything in a VPC is in zones of its region. */
export const zoneOfAnotherRegion: Defect = {
  id: "zone-of-another-region",
  severity: "error",
  facts: ["B56", "N3"],
  *find(subject) {
    for (const resource of subject.resources("aws_subnet", "aws_default_subnet", "aws_instance")) {
      const zone = resource.value("availability_zone");
      const found = typeof zone === "string" ? regionOfZone(zone) : undefined;
      if (typeof zone !== "string" || found === undefined) continue;
      const region = regionOf(subject, resource) ?? regionOfFirstIn(subject, resource);
      if (region === undefined || region === found) continue;
      yield {
        at: resource,
        message: `availability_zone must be of ${quoted(region)}, got ${quoted(zone)}`,
        fix: "name a zone of that region, or give the resource the provider of the other one",
      };
    }
  },
};

/** Region of the first subnet of the same VPC: which provider a plan's resources have is not said. */
function regionOfFirstIn(subject: Subject, subnet: Resource): string | undefined {
  const vpc = subnet.link("vpc_id");
  if (vpc === undefined || !("address" in vpc)) return undefined;
  for (const other of subject.resources("aws_subnet")) {
    const link = other.link("vpc_id");
    const zone = other.value("availability_zone");
    const region = typeof zone === "string" ? regionOfZone(zone) : undefined;
    if (region !== undefined && link && "address" in link && link.address === vpc.address) return region;
  }
  return undefined;
}
