import type { Resource } from "../../topology";
import type { Defect } from "../defect";
import { textOf } from "../security-rules";
import { enumerate, known, quoted } from "../values";

/** A name belongs to one security group of a VPC. */
export const securityGroupNameTaken: Defect = {
  id: "security-group-name-taken",
  severity: "error",
  facts: ["N10", "M19", "G17"],
  *find(subject) {
    const seen = new Map<string, Resource>();
    for (const group of subject.resources("aws_security_group")) {
      const name = known(textOf(group, "name"));
      const vpc = group.link("vpc_id");
      if (!name || vpc === undefined || "unknown" in vpc || group.instances) continue;
      const key = JSON.stringify([name, vpc]);
      const before = seen.get(key);
      seen.set(key, before ?? group);
      if (before === undefined) continue;
      yield {
        at: group,
        message: `name of a security group must be its own in a VPC, got ${quoted(name)} for ${enumerate([before.address, group.address])}`,
        fix: "give one of them another name, or set name_prefix instead",
      };
    }
  },
};
