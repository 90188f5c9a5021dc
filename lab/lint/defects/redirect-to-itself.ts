import type { Defect } from "../defect";
import { keepsPort, redirectsOf, UNCHANGED, type WrittenRedirect } from "../redirects";
import { known } from "../values";

/** A redirect leads elsewhere than the request that it answers. */
export const redirectToItself: Defect = {
  id: "redirect-to-itself",
  severity: "error",
  facts: ["R58", "B10", "TF55"],
  *find(subject) {
    for (const redirect of redirectsOf(subject)) {
      const { parts, list } = redirect;
      if (parts.host !== UNCHANGED.host || parts.path !== UNCHANGED.path) continue;
      if (!keepsProtocol(redirect) || !keepsPort(redirect)) continue;
      const query = parts.query === UNCHANGED.query ? "none of them" : "only the query";
      yield {
        at: list.owner,
        message: `redirect must change protocol, host, port or path, got a loop that changes ${query}`,
        fix: "change one of them, such as protocol HTTPS with port 443, or forward to a target group",
      };
    }
  },
};

function keepsProtocol({ parts, list }: WrittenRedirect): boolean {
  const protocol = known(parts.protocol);
  if (protocol === undefined) return false;
  return protocol === UNCHANGED.protocol || protocol === known(list.listener?.protocol);
}
