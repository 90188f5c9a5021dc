import type { Block } from "../../topology";
import type { Defect } from "../defect";
import { blocksOf, textOf } from "../policy";
import { quoted } from "../values";

const SPECIFICATION = ["mixed_instances_policy", "launch_template", "launch_template_specification"];

/** Terraform starts a refresh when the version of the launch template changes, and a word stays the same. */
export const instanceRefreshNeverStarted: Defect = {
  id: "instance-refresh-never-started",
  severity: "warning",
  facts: ["OWN-18", "G7"],
  *find(subject) {
    for (const group of subject.resources("aws_autoscaling_group")) {
      if ((blocksOf(group, "instance_refresh")?.length ?? 0) === 0) continue;
      const version = [...templatesOf(group)].find((name) => name === "$Latest" || name === "$Default");
      if (version === undefined) continue;
      yield {
        at: group,
        message: `launch_template version must be a number with instance_refresh, got ${quoted(version)}`,
        fix: "set version to the latest_version of the aws_launch_template, as a reference",
      };
    }
  },
};

function templatesOf(group: Block): readonly (string | undefined)[] {
  return [["launch_template"], SPECIFICATION]
    .flatMap((path) => blocksOf(group, ...path) ?? [])
    .map((block) => textOf(block, ["version"], "$Default"));
}
