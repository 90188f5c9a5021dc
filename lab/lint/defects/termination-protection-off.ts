import type { Defect } from "../defect";
import { flagOf, isSet } from "../policy";
import { hasTemplate } from "../servers";

const path = ["disable_api_termination"];

/** A server that no group replaces is lost by one wrong call. */
export const terminationProtectionOff: Defect = {
  id: "termination-protection-off",
  severity: "warning",
  facts: ["AwsSolutions-EC29"],
  profile: "prod",
  *find(subject) {
    for (const instance of subject.resources("aws_instance")) {
      const isInherited = isSet(instance, path) === false && hasTemplate(instance);
      if (isInherited || flagOf(instance, path, false) !== false) continue;
      yield {
        at: instance,
        message: "disable_api_termination must be true for a server of no auto scaling group, got false",
        fix: "set disable_api_termination to true, or let an auto scaling group make the servers",
      };
    }
  },
};
