import { parseMatcher } from "../../alb";
import type { TargetGroup } from "../../topology";
import { applicationGroups } from "../application-groups";
import type { Defect } from "../defect";
import type { Severity } from "../finding";
import type { Subject } from "../subject";
import { known, quoted } from "../values";

/** Success codes are one, a list or a range of them. */
export const healthMatcherMalformed: Defect = {
  id: "health-matcher-malformed",
  severity: "error",
  facts: ["H8", "H9", "H10", "TF29"],
  *find(subject) {
    for (const group of applicationGroups(subject)) {
      const matcher = matcherOf(subject, group);
      const version = known(group.protocolVersion)?.toUpperCase();
      const severity = matcher === undefined ? undefined : judgeFor(version, matcher);
      if (matcher === undefined || severity === undefined) continue;
      const [range, example] =
        version === "GRPC" ? ["0 to 99", "0, 0,12 or 0-99"] : ["200 to 499", "200, 200,204 or 200-299"];
      yield {
        at: group,
        message: `health_check matcher must be one code, a list or a range of codes from ${range}, got ${quoted(matcher)}`,
        fix: `write it as in ${example}, without spaces`,
        severity,
      };
    }
  },
};

/** What is written: a default is right. */
function matcherOf(subject: Subject, { address, healthCheck }: TargetGroup): string | undefined {
  const written = subject.resource(address)?.value("health_check", "matcher") ?? undefined;
  return written === undefined ? undefined : known(healthCheck.matcher);
}

/** Which codes there are depends on the version; where that is not known, a matcher is wrong that suits neither. */
function judgeFor(version: string | undefined, matcher: string): Severity | undefined {
  if (version !== undefined) return judge(matcher, version === "GRPC" ? "GRPC" : "HTTP");
  return judge(matcher, "HTTP") === "error" && judge(matcher, "GRPC") === "error" ? "error" : undefined;
}

/** Nobody has seen whether AWS takes a list that holds ranges, or spaces. */
function judge(matcher: string, codes: "HTTP" | "GRPC"): Severity | undefined {
  try {
    parseMatcher(matcher.replaceAll(" ", ""), codes);
  } catch {
    return "error";
  }
  const isMixed = matcher.includes(",") && matcher.includes("-");
  return isMixed || matcher.includes(" ") ? "warning" : undefined;
}
