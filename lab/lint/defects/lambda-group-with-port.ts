import { isUnknown } from "../../topology";
import type { Defect } from "../defect";
import { enumerate, known } from "../values";

/** A function has no port, no protocol and no VPC. */
export const lambdaGroupWithPort: Defect = {
  id: "lambda-group-with-port",
  severity: "warning",
  facts: ["TF22", "M11"],
  *find(subject) {
    for (const group of subject.targetGroups()) {
      if (known(group.targetType) !== "lambda") continue;
      const resource = subject.resource(group.address);
      const written = ["port", "protocol", "protocol_version"].filter((name) =>
        isSaid(resource?.value(name)),
      );
      if (group.vpc !== undefined && !isUnknown(group.vpc)) written.push("vpc_id");
      if (written.length === 0) continue;
      yield {
        at: group,
        message: `a group of type lambda must have no port, protocol or vpc_id, got ${enumerate(written)}`,
        fix: "remove them, or take type instance or ip if servers were meant",
      };
    }
  },
};

/** A state says 0 or nothing where nothing is set. */
function isSaid(value: unknown): boolean {
  return !isUnknown(value) && ![undefined, null, "", 0].includes(value as string);
}
