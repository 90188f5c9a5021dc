import { type RequestFacts, renderLocation } from "../../alb";
import { type RedirectAction, settle } from "../../topology";
import type { Defect } from "../defect";
import { type RedirectLoop, RedirectLoops, type Stop } from "../routes/redirect-loops";
import { known, quoted } from "../values";

/** Redirects that lead back to themselves, so that a browser gives up after twenty. */
export const redirectLoop: Defect = {
  id: "redirect-loop",
  severity: "error",
  facts: ["R58", "B10", "R4", "R57", "R60"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      for (const loop of new RedirectLoops(subject, lb).all()) {
        if (loop.stops.every(changesNothing)) continue;
        const { rule } = [...loop.stops].sort(byBlame)[0] as Stop;
        yield {
          at: rule,
          message: `a redirect must lead out of the redirects, got ${hops(loop).map(quoted).join(" -> ")} and so on`,
          fix: "narrow the conditions so that the target is not redirected again, or change the target",
          ...(!loop.isSure && { severity: "warning" as const }),
        };
      }
    }
  },
};

/** A redirect that is the same whatever is asked for; it is refused for that already (R58). */
function changesNothing({ listener, action }: Stop): boolean {
  const isKept = (part: "protocol" | "port") => {
    const text = known(action[part])?.toLowerCase();
    return text === `#{${part}}` || text === String(known(listener[part])).toLowerCase();
  };
  return isKept("protocol") && isKept("port") && action.host === "#{host}" && action.path === "/#{path}";
}

/** A rule rather than a default action, and what leads back from HTTPS rather than what leads to it. */
function byBlame(one: Stop, other: Stop): number {
  const blame = ({ rule, listener }: Stop) =>
    (rule.priority === "default" ? 2 : 0) + (listener.protocol === "HTTPS" ? 0 : 1);
  return blame(one) - blame(other) || (one.rule.address < other.rule.address ? -1 : 1);
}

/** The first three addresses. */
function hops({ way, request }: RedirectLoop): readonly string[] {
  const { protocol, host, port, path, query } = request;
  const urls = [`${protocol}://${host}:${port}${path}${query === "" ? "" : `?${query}`}`];
  let current: RequestFacts = request;
  for (const { action } of [...way, ...way].slice(0, 2)) {
    const settlement = settle<RedirectAction>(action);
    if (!("settled" in settlement)) break;
    const url = renderLocation(settlement.settled, current);
    urls.push(url);
    current = arrivedAt(url, current);
  }
  return urls;
}

function arrivedAt(url: string, request: RequestFacts): RequestFacts {
  const [, protocol, host = "", port, path = "/", query = ""] =
    /^(https?):\/\/([^/:]*):(\d+)([^?]*)\??(.*)$/.exec(url) ?? [];
  return {
    ...request,
    protocol: protocol === "https" ? "https" : "http",
    host,
    port: Number(port),
    path,
    query,
  };
}
