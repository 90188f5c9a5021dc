import { actionsOf, numberAt, SIGN_IN_TYPES, settingsOf } from "../actions";
import type { Defect } from "../defect";
import { misfit } from "../whole-number";

/** Who has signed in stays so for at most a week. */
export const authenticateSessionOutOfRange: Defect = {
  id: "authenticate-session-out-of-range",
  severity: "error",
  facts: ["R72"],
  *find(subject) {
    for (const action of actionsOf(subject, ...SIGN_IN_TYPES)) {
      const settings = settingsOf(action);
      const got = settings && misfit(settings, { path: ["session_timeout"], least: 1, most: 604_800 });
      if (settings === undefined || got === undefined) continue;
      // the provider does not send 0, so that the default holds: a week
      const isUnsent = numberAt(settings, "session_timeout") === 0;
      yield {
        at: action.list.owner,
        ...(isUnsent && { severity: "warning" as const }),
        message: `session_timeout must be a whole number from 1 to 604800, got ${got}`,
        fix: "set seconds, at most a week, which is the default",
      };
    }
  },
};
