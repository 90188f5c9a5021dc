import { actionsOf, settingsOf, textAt } from "../actions";
import type { Defect } from "../defect";
import { known } from "../values";

const most = 1024;

/** A fixed response is a short text. */
export const fixedResponseBodyTooLong: Defect = {
  id: "fixed-response-body-too-long",
  severity: "error",
  facts: ["R66", "TF56", "B21"],
  *find(subject) {
    for (const action of actionsOf(subject, "fixed-response")) {
      const settings = settingsOf(action);
      const body = known(settings && textAt(settings, "message_body")) ?? "";
      const characters = [...body].length;
      // the provider counts bytes; what exists already has passed it, or was made without it
      const bytes = subject.topology.source.kind === "state" ? 0 : new TextEncoder().encode(body).length;
      if (characters <= most && bytes <= most) continue;
      const got = characters > most ? `${characters}` : `${bytes} bytes, which Terraform counts`;
      yield {
        at: action.list.owner,
        message: `fixed_response message_body must be at most ${most} characters, got ${got}`,
        fix: "shorten it, or let a target answer",
      };
    }
  },
};
