import type { AutoScalingGroup } from "../../topology";
import { listed } from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import { type TemplateChange, templateChange } from "../targets/instance-refresh";
import { groupFates } from "../targets/target-fates";

/** What is changed reaches only instances that start later, if any. */
export const launchTemplateNotRolledOut: Risk = {
  id: "launch-template-not-rolled-out",
  level: "needs-care",
  facts: ["G7"],
  rank: 10,
  *find(comparison) {
    const told = new Set<string>();
    for (const { server, fate } of groupFates(comparison).flatMap(({ fates }) => fates)) {
      if (server === undefined || !("minSize" in server) || fate !== "stays") continue;
      const change = templateChange(comparison, server);
      if (change === undefined || change.refresh === "started" || told.has(server.address)) continue;
      told.add(server.address);
      yield notRolledOut(comparison, server, change);
    }
  },
};

function notRolledOut(comparison: Comparison, group: AutoScalingGroup, change: TemplateChange): Hazard {
  const { what, version } = change;
  const name = comparison.labels.after.to(group);
  const isFixed = version !== undefined && version !== "$Latest";
  return {
    at: group,
    message: `changes ${listed(what)} in the launch template of ${name}, and ${reasonIn(change)}`,
    course: [
      isFixed
        ? `Terraform makes a new version, which ${name} does not use: it stays at version ${version}`
        : "Terraform makes a new version; instances that run stay as they are",
      isFixed
        ? "requests are answered by servers as they were, also by those that start later"
        : "requests are answered by old and new servers side by side, from the next time that one is replaced, and nobody decides when that is",
    ],
    fix: `${stepsIn(change)}; or start an instance refresh by hand`,
  };
}

function stepsIn({ refresh, version }: TemplateChange): string {
  const steps = [
    ...(version === undefined ? [] : ["refer to latest_version of the aws_launch_template as its version"]),
    ...(refresh === "not-asked-for"
      ? ["write an instance_refresh block with strategy Rolling and min_healthy_percentage"]
      : []),
  ];
  return steps.join(", and ");
}

function reasonIn({ refresh, version }: TemplateChange): string {
  if (version !== undefined && version !== "$Latest") return `version ${version} stays in use`;
  if (refresh === "never-started") return `version ${version} starts no instance refresh`;
  return "there is no instance_refresh";
}
