import { isUnknown } from "../../topology";
import { actionsOf, SIGN_IN_TYPES, settingsOf } from "../actions";
import type { Defect } from "../defect";

const most = 10;

/** The page to sign in is asked for with a few parameters. */
export const authenticateExtraParameters: Defect = {
  id: "authenticate-extra-parameters",
  severity: "error",
  facts: ["R72"],
  *find(subject) {
    for (const action of actionsOf(subject, ...SIGN_IN_TYPES)) {
      const parameters = settingsOf(action)?.value("authentication_request_extra_params");
      if (isUnknown(parameters) || typeof parameters !== "object") continue;
      const count = Object.keys(parameters ?? {}).length;
      if (count <= most) continue;
      yield {
        at: action.list.owner,
        message: `authentication_request_extra_params must be at most ${most}, got ${count}`,
        fix: "drop those that the provider does not need",
      };
    }
  },
};
