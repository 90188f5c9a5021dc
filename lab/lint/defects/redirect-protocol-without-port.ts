import type { Defect } from "../defect";
import { keepsPort, redirectsOf, UNCHANGED } from "../redirects";
import { known } from "../values";

/** A redirect to HTTPS leads to another port than that of HTTP. */
export const redirectProtocolWithoutPort: Defect = {
  id: "redirect-protocol-without-port",
  severity: "error",
  facts: ["R60", "R1", "TF55"],
  *find(subject) {
    for (const redirect of redirectsOf(subject)) {
      const { parts, list } = redirect;
      if (list.listener?.protocol !== "HTTP" || parts.protocol !== "HTTPS") continue;
      if (parts.host !== UNCHANGED.host || !keepsPort(redirect)) continue;
      const port = known(list.listener.port);
      yield {
        at: list.owner,
        message: `redirect port must be that of an HTTPS listener, got ${port === undefined ? "that of this one" : `${port}, which speaks HTTP`}`,
        fix: "set the port as well, such as 443; a part that is not set stays as in the request",
      };
    }
  },
};
