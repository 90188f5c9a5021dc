import { follow } from "../../topology";
import { applicationGroups } from "../application-groups";
import type { Defect } from "../defect";
import { enabledZones } from "../enabled-zones";
import { enumerate, knownOf, quoted } from "../values";

/** A load balancer reaches instances in the zones of its subnets only. */
export const autoScalingOutsideZones: Defect = {
  id: "auto-scaling-outside-zones",
  severity: "error",
  facts: ["U15", "H26", "H30", "H57"],
  *find(subject) {
    for (const group of applicationGroups(subject)) {
      const enabled = enabledZones(subject, group);
      if (enabled === undefined) continue;
      for (const { target } of subject.registrationsOf(group)) {
        const scaling = follow(subject.topology.autoScalingGroups, target);
        const outside = knownOf(scaling?.zones).filter((zone) => !enabled.has(zone));
        if (scaling === undefined || outside.length === 0) continue;
        yield {
          at: scaling,
          message: `instances must be in zones of the load balancer, ${enumerate([...enabled], "or")}, got ${enumerate(outside.map(quoted))}`,
          fix: "remove the subnets of other zones, or add one of each zone to subnets of the load balancer",
        };
      }
    }
  },
};
