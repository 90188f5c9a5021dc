import { isUnknown } from "../../topology";
import { actionsOf, settingsOf, textAt } from "../actions";
import type { Defect } from "../defect";
import { quoted } from "../values";

/** A redirect answers 301 or 302. */
export const redirectStatusRefused: Defect = {
  id: "redirect-status-refused",
  severity: "error",
  facts: ["R55", "TF55", "B14"],
  *find(subject) {
    for (const action of actionsOf(subject, "redirect")) {
      const settings = settingsOf(action);
      const status = settings && textAt(settings, "status_code");
      if (settings === undefined || isUnknown(status) || /^HTTP_30[12]$/.test(status ?? "")) continue;
      yield {
        at: action.list.owner,
        message: `redirect status_code must be HTTP_301 or HTTP_302, got ${status === undefined ? "nothing" : quoted(status)}`,
        fix: "use HTTP_302, or HTTP_301 where browsers may remember it for long",
      };
    }
  },
};
