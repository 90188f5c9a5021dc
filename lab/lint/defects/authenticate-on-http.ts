import { actionsOf, GUARDING_TYPES } from "../actions";
import type { Defect } from "../defect";
import { known } from "../values";

/** Users sign in over HTTPS. */
export const authenticateOnHttp: Defect = {
  id: "authenticate-on-http",
  severity: "error",
  facts: ["R41", "R70", "TF53"],
  *find(subject) {
    for (const { list, type } of actionsOf(subject, ...GUARDING_TYPES)) {
      if (list.listener?.protocol !== "HTTP") continue;
      yield {
        at: list.owner,
        message: `${list.argument} of type ${known(type)} must be on an HTTPS listener, got HTTP`,
        fix: "move it to an HTTPS listener, and redirect from this one",
      };
    }
  },
};
