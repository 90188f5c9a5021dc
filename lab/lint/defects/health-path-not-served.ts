import { parseMatcher } from "../../alb";
import type { TargetGroup } from "../../topology";
import type { Defect } from "../defect";
import { type ServerWords, serverWords } from "../server-words";
import { known, quoted } from "../values";
import { ownHealthPort, registeredServers } from "../ways";

/** The server answers 404 to a health check of a path that it does not know. */
export const healthPathNotServed: Defect = {
  id: "health-path-not-served",
  severity: "error",
  facts: ["U1", "H3"],
  *find(subject) {
    for (const { group, server } of registeredServers(subject)) {
      const words = serverWords(server);
      const path = pathOf(group);
      if (words?.healthPath === undefined || path === undefined) continue;
      if (servedPaths(words, group).includes(path) || takes404(group)) continue;
      yield {
        at: group,
        message: `health_check path must be ${quoted(words.healthPath)}, which the server answers, got ${quoted(path)}`,
        fix: `set path to ${quoted(words.healthPath)}; the server counts it from the root, whatever its base path is`,
      };
    }
  },
};

/** Without the query, which the server does not look at; `undefined`: no path is asked for, or nobody knows. */
function pathOf({ healthCheck, protocolVersion }: TargetGroup): string | undefined {
  const isGrpc = known(protocolVersion) !== "HTTP1" && known(protocolVersion) !== "HTTP2";
  if (isGrpc || known(healthCheck.enabled) !== true) return undefined;
  return known(healthCheck.path)?.replace(/\?.*$/s, "");
}

/** A health port of its own has the health path only; elsewhere the greeting is as good an answer. */
function servedPaths(
  { healthPath = "", basePath = "/", port }: ServerWords,
  group: TargetGroup,
): readonly string[] {
  const base = basePath.replace(/(.)\/$/, "$1");
  const isTraffic = (ownHealthPort(group) ?? port) === port;
  return isTraffic ? [healthPath, base, `${base}/`] : [healthPath];
}

function takes404({ healthCheck: { matcher } }: TargetGroup): boolean {
  const codes = known(matcher);
  if (codes === undefined) return true;
  try {
    return parseMatcher(codes)(404);
  } catch {
    return true;
  }
}
