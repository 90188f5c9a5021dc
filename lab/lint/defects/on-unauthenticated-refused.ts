import { actionsOf, SIGN_IN_TYPES, settingsOf, textAt } from "../actions";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** Who has not signed in is sent to do so, let through or refused. */
export const onUnauthenticatedRefused: Defect = {
  id: "on-unauthenticated-refused",
  severity: "error",
  facts: ["R71"],
  *find(subject) {
    for (const action of actionsOf(subject, ...SIGN_IN_TYPES)) {
      const settings = settingsOf(action);
      const got = known(settings && textAt(settings, "on_unauthenticated_request")) ?? "";
      if (got === "" || /^(authenticate|allow|deny)$/.test(got)) continue;
      yield {
        at: action.list.owner,
        message: `on_unauthenticated_request must be authenticate, allow or deny, got ${quoted(got)}`,
        fix: "write one of them in lower case, or leave it out for authenticate",
      };
    }
  },
};
