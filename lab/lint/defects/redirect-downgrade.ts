import type { Defect } from "../defect";
import { redirectsOf } from "../redirects";

/** A client that came over HTTPS is not sent to HTTP. */
export const redirectDowngrade: Defect = {
  id: "redirect-downgrade",
  severity: "error",
  facts: ["R59", "B11", "TF55"],
  *find(subject) {
    for (const { list, parts } of redirectsOf(subject)) {
      if (list.listener?.protocol !== "HTTPS" || parts.protocol !== "HTTP") continue;
      yield {
        at: list.owner,
        message: "redirect protocol must not be HTTP on an HTTPS listener, got HTTP",
        fix: "use HTTPS or #{protocol}",
      };
    }
  },
};
