import { isUnknown } from "../../topology";
import { actionsOf, settingsOf, textAt } from "../actions";
import type { Defect } from "../defect";
import { quoted } from "../values";

/** A fixed response has a status, and none that redirects. */
export const fixedResponseStatusRefused: Defect = {
  id: "fixed-response-status-refused",
  severity: "error",
  facts: ["R65", "TF56", "B21"],
  *find(subject) {
    for (const action of actionsOf(subject, "fixed-response")) {
      const settings = settingsOf(action);
      const status = settings && textAt(settings, "status_code");
      if (settings === undefined || isUnknown(status) || /^[245]\d\d$/.test(status ?? "")) continue;
      yield {
        at: action.list.owner,
        message: `fixed_response status_code must be 2XX, 4XX or 5XX, got ${status === undefined ? "nothing" : quoted(status)}`,
        fix: "set three digits, such as 404; for 301 and 302 use an action of type redirect",
      };
    }
  },
};
