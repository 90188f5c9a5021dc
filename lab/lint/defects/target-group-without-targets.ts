import { applicationGroups } from "../application-groups";
import type { Defect } from "../defect";
import { showsEverything } from "../registrations";
import type { Subject } from "../subject";
import { known } from "../values";

/** A group answers 503 as long as nothing is registered in it. */
export const targetGroupWithoutTargets: Defect = {
  id: "target-group-without-targets",
  severity: "warning",
  facts: ["U17", "E503", "P-E10"],
  *find(subject) {
    if (!registersHere(subject) || !showsEverything(subject)) return;
    for (const group of applicationGroups(subject)) {
      // Addresses are registered by whatever starts the containers behind them.
      const type = known(group.targetType);
      if (type !== "instance" && type !== "lambda") continue;
      // A group that nobody uses is another matter.
      if (group.instances !== undefined || subject.usesOf(group).length === 0) continue;
      if (subject.registrationsOf(group).length > 0) continue;
      yield {
        at: group,
        message: "a target group must have a target, got none that is registered here",
        fix: "attach an instance or a function, or name the group in target_group_arns of an auto scaling group",
      };
    }
  },
};

/** Load balancers may be declared apart from everything that is registered. */
function registersHere({ topology }: Subject): boolean {
  const { registrations, instances, autoScalingGroups, resources } = topology;
  return (
    registrations.length + instances.length + autoScalingGroups.length > 0 ||
    resources.some(({ type }) => type === "aws_lambda_function")
  );
}
