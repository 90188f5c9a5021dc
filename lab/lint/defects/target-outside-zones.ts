import { follow, type Registration } from "../../topology";
import { applicationGroups } from "../application-groups";
import type { Defect } from "../defect";
import { enabledZones } from "../enabled-zones";
import { registrarOf } from "../registrations";
import type { Subject } from "../subject";
import { enumerate, known, quoted } from "../values";

/** A load balancer reaches targets in the zones of its subnets only. */
export const targetOutsideZones: Defect = {
  id: "target-outside-zones",
  severity: "error",
  facts: ["U15", "H26", "H30", "H57"],
  *find(subject) {
    for (const group of applicationGroups(subject)) {
      const enabled = enabledZones(subject, group);
      if (enabled === undefined) continue;
      for (const registration of subject.registrationsOf(group)) {
        const zone = zoneOf(subject, registration);
        if (zone === undefined || enabled.has(zone)) continue;
        yield {
          at: registrarOf(subject, registration),
          message: `the target must be in a zone of the load balancer, ${enumerate([...enabled], "or")}, got ${quoted(zone)}`,
          fix: "move the target, or add a subnet of its zone to subnets of the load balancer",
        };
      }
    }
  },
};

/** Of the instance, else what the registration says; an address outside the VPC has `all`. */
function zoneOf(subject: Subject, { target, availabilityZone }: Registration): string | undefined {
  const instance = follow(subject.topology.instances, target);
  if (instance !== undefined) return known(instance.zone);
  const said = known(availabilityZone);
  return said === "all" ? undefined : said;
}
