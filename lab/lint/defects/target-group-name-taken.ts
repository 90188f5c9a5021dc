import { isUnknown, type TargetGroup } from "../../topology";
import type { Defect } from "../defect";
import type { Subject } from "../subject";
import { enumerate, known, quoted } from "../values";
import { regionOf } from "../zones";

/** A name belongs to one target group of an account and region, whatever load balancer it is for. */
export const targetGroupNameTaken: Defect = {
  id: "target-group-name-taken",
  severity: "error",
  facts: ["N2", "TF20", "B38"],
  *find(subject) {
    const first = new Map<string, TargetGroup>();
    for (const group of subject.targetGroups()) {
      const name = known(group.name);
      if (name === undefined || group.instances) continue;
      const key = JSON.stringify([name, placeOf(subject, group)]);
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, group);
        continue;
      }
      yield {
        at: group,
        message: `name must differ from that of every other target group, got ${quoted(name)} for ${enumerate([before.address, group.address])}`,
        fix: "rename one of them",
      };
    }
  },
};

/** What tells accounts and regions apart. A plan does not say who the provider is, but a VPC is in one region only. */
function placeOf(subject: Subject, group: TargetGroup): unknown {
  const resource = subject.resource(group.address);
  const region = regionOf(subject, group);
  if (subject.topology.source.kind === "synth") return [resource?.value("provider") ?? "aws", region];
  const arn = resource?.value("arn");
  if (typeof arn === "string") return arn.split(":").slice(0, 5);
  if (region !== undefined) return region;
  return group.vpc === undefined || isUnknown(group.vpc) ? group.address : group.vpc;
}
