import { isUnknown, type TargetGroup } from "../../topology";
import { applicationGroups } from "../application-groups";
import type { Defect } from "../defect";
import type { Severity } from "../finding";
import type { Subject } from "../subject";
import { quoted } from "../values";

/** A probe asks for a path. */
export const healthPathMalformed: Defect = {
  id: "health-path-malformed",
  severity: "error",
  facts: ["H3", "B39", "TF29"],
  *find(subject) {
    for (const group of applicationGroups(subject)) {
      const path = pathOf(subject, group);
      const problem = path === undefined ? undefined : problemOf(path);
      if (problem === undefined) continue;
      const [must, got, severity] = problem;
      yield {
        at: group,
        message: `health_check path must ${must}, got ${got}`,
        fix: "give the path of a page that answers 200 while the server is well, such as /health",
        severity,
      };
    }
  },
};

/** An empty text is a mistake where somebody wrote it, and means nothing in a state. */
function pathOf(subject: Subject, { address }: TargetGroup): string | undefined {
  const path = subject.resource(address)?.value("health_check", "path");
  if (isUnknown(path) || typeof path !== "string") return undefined;
  return path === "" && subject.topology.source.kind !== "synth" ? undefined : path;
}

/** What it must be, what it is, and how bad that is. Of other characters nobody knows what AWS makes of them. */
function problemOf(path: string): readonly [string, string, Severity] | undefined {
  if (!path.startsWith("/")) return ['start with "/"', quoted(path), "error"];
  if (path.length > 1024) return ["have at most 1024 characters", `${path.length}`, "error"];
  if (/[\s\p{Cc}]/u.test(path)) return ["hold no spaces and no control characters", quoted(path), "error"];
  if (path.includes("#")) return ["have no fragment, which is never sent", quoted(path), "warning"];
  if (/[^\x21-\x7e]/.test(path)) return ["be ASCII, anything else percent-encoded", quoted(path), "warning"];
  return undefined;
}
