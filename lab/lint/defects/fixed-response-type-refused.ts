import { isUnknown } from "../../topology";
import { actionsOf, settingsOf, textAt } from "../actions";
import type { Defect } from "../defect";
import { enumerate, quoted } from "../values";

const types = ["text/plain", "text/css", "text/html", "application/javascript", "application/json"];

/** A fixed response is of one of a few types. */
export const fixedResponseTypeRefused: Defect = {
  id: "fixed-response-type-refused",
  severity: "error",
  facts: ["R66", "TF56", "B21"],
  *find(subject) {
    const isWritten = subject.topology.source.kind === "synth";
    for (const action of actionsOf(subject, "fixed-response")) {
      const settings = settingsOf(action);
      const type = settings && textAt(settings, "content_type");
      if (settings === undefined || isUnknown(type) || types.includes(type ?? "")) continue;
      // AWS does without, the provider does not
      if (!isWritten && (type ?? "") === "") continue;
      yield {
        at: action.list.owner,
        message: `fixed_response content_type must be ${enumerate(types, "or")}, got ${type === undefined ? "nothing" : quoted(type)}`,
        fix: "use one of them as it stands, without a charset; for other types let a target answer",
      };
    }
  },
};
