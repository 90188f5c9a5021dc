import type { Defect } from "../defect";
import { flagOf, isSet } from "../policy";

/** An instance runs its user data once, so changed user data needs a new instance. */
export const userDataChangeNotRun: Defect = {
  id: "user-data-change-not-run",
  severity: "warning",
  facts: ["OWN-08", "G12"],
  *find(subject) {
    for (const instance of subject.resources("aws_instance")) {
      const hasUserData = ["user_data", "user_data_base64"].some((name) => isSet(instance, [name]) === true);
      if (!hasUserData || flagOf(instance, ["user_data_replace_on_change"], false) !== false) continue;
      yield {
        at: instance,
        message: "user_data_replace_on_change must be true, got false",
        fix: "set user_data_replace_on_change to true; a change of user_data only restarts the instance else",
      };
    }
  },
};
