import type { Resource } from "../../topology";
import type { Defect } from "../defect";
import type { Subject } from "../subject";
import { quoted } from "../values";

/** Last labels that nobody takes for a name inside a zone, as `dev` or `eu` could be. */
const TOP_LEVEL = ["com", "net", "org", "edu", "gov", "info", "biz", "io"];

/** A record is of its zone. Terraform takes a name that does not end in the zone's as a name inside it. */
export const recordOutsideZone: Defect = {
  id: "record-outside-zone",
  severity: "error",
  facts: ["B83"],
  *find(subject) {
    for (const record of subject.resources("aws_route53_record")) {
      const zone = zoneNameOf(subject, record);
      const name = record.value("name");
      if (zone === undefined || typeof name !== "string" || !isOutside(name.toLowerCase(), zone)) continue;
      yield {
        at: record,
        message: `name must be ${quoted(zone)} or end in ${quoted(`.${zone}`)}, got ${quoted(name)}`,
        fix: "correct the name, or use the zone that it belongs to",
      };
    }
  },
};

function zoneNameOf(subject: Subject, record: Resource): string | undefined {
  const link = record.link("zone_id");
  const zone = link !== undefined && "address" in link ? subject.resource(link.address) : undefined;
  const name = zone?.type === "aws_route53_zone" ? zone.value("name") : undefined;
  return typeof name === "string" && name !== "" ? name.toLowerCase().replace(/\.$/, "") : undefined;
}

/** `api` and `api.v1` are names inside the zone; `api.example.org` in another zone is a mistake. */
function isOutside(name: string, zone: string): boolean {
  const absolute = name.replace(/\.$/, "");
  if (absolute === zone || absolute.endsWith(`.${zone}`)) return false;
  if (absolute.endsWith(zone) || name.endsWith(".")) return true;
  const labels = absolute.split(".");
  if (labels.length > 1 && TOP_LEVEL.includes(labels.at(-1) ?? "")) return true;
  // a sister of the zone, such as `other.co.uk` beside `example.co.uk`
  const parents = zone.split(".").slice(1);
  return parents.length > 1 && absolute.endsWith(`.${parents.slice(-2).join(".")}`);
}
