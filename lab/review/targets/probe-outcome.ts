import { parseMatcher } from "../../alb";
import type { ServerWords } from "../../lint";
import { isUnknown, type Registration, type TargetGroup } from "../../topology";

/**
 * Why health checks of a server fail, as far as its own settings tell; undefined: they pass, or nobody can say. Of servers
 * that somebody else wrote nobody can.
 */
export function probeFailure(
  words: ServerWords,
  { healthCheck, protocolVersion }: TargetGroup,
  { port: targetPort }: Registration,
): string | undefined {
  const { enabled, port, protocol, path, matcher } = healthCheck;
  if (!words.isCertain || enabled !== true || protocolVersion === "GRPC" || isUnknown(protocolVersion))
    return undefined;
  const probed = port === "traffic-port" ? targetPort : port;
  if (probed === undefined || isUnknown(probed)) return undefined;
  if (!words.ports.includes(probed))
    return `nothing listens on port ${probed}, only on ${words.ports.join(" and ")}`;
  if (protocol === "HTTPS") return "they speak HTTP, and health checks speak HTTPS";
  if (protocol !== "HTTP" || isUnknown(path) || isUnknown(matcher)) return undefined;
  const status = servedPaths(words, probed).includes(path.replace(/\?.*$/s, "")) ? 200 : 404;
  return isTaken(matcher, status)
    ? undefined
    : `they answer ${path} with ${status}, and ${matcher} is wanted`;
}

/** A health port of its own has the health path only. */
function servedPaths(
  { healthPath = "", basePath = "/", port }: ServerWords,
  probed: number,
): readonly string[] {
  const base = basePath.replace(/(.)\/$/, "$1");
  return probed === port ? [healthPath, base, `${base}/`] : [healthPath];
}

/** What cannot be read is not judged. */
function isTaken(matcher: string, status: number): boolean {
  try {
    return parseMatcher(matcher)(status);
  } catch {
    return true;
  }
}
