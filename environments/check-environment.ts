import type { z } from "zod";
import type { Problem } from "./problems";
import { rules } from "./rules";
import { type Candidate, environmentSchema } from "./schema";
import { type Environment, environmentNames, type HttpsSettings } from "./settings";

/** What a check found: either problems, or the environment with its defaults. */
export interface CheckedEnvironment {
  readonly problems: readonly Problem[];
  /** Present when there are no problems. */
  readonly environment?: Environment;
}

/**
 * Checks what the file of an environment says and fills in the defaults. Never throws: every unknown key, wrong
 * value and contradiction becomes a problem. A contradiction is only looked for between values that are right
 * by themselves. `file` is what the problems name; by default it follows from the name.
 */
export function checkEnvironment(raw: unknown, file = fileOf(raw)): CheckedEnvironment {
  const parsed = environmentSchema.safeParse(raw, { reportInput: true });
  if (parsed.success) {
    const problems = contradictions(parsed.data, new Set(), file);
    return problems.length > 0 ? { problems } : { problems, environment: complete(parsed.data) };
  }
  const values = problemsOf(parsed.error.issues, file);
  const wrong = new Set(parsed.error.issues.flatMap(({ path }) => path.slice(0, 1)));
  if (!isRecord(raw)) return { problems: values };
  return { problems: [...values, ...contradictions(soundValues(raw, wrong), wrong, file)] };
}

function fileOf(raw: unknown): string {
  const name = isRecord(raw) ? raw.name : undefined;
  return environmentNames.some((known) => known === name)
    ? `environments/${String(name)}.ts`
    : "environments";
}

function problemsOf(issues: readonly z.core.$ZodIssue[], file: string): Problem[] {
  const seen = new Set<string>();
  return issues.flatMap((issue) => {
    const where = dotted(issue.path);
    if (issue.code === "unrecognized_keys") {
      const remedies = issue.message.split("\n");
      const at = where === "" ? "" : ` at ${where}`;
      return issue.keys.map((key, index) => ({
        id: "unknown-key",
        path: file,
        message: `unknown key ${JSON.stringify(key)}${at}; ${remedies[index]}`,
      }));
    }
    if (seen.has(where)) return [];
    seen.add(where);
    return [{ id: idOf(issue.path), path: file, message: `${where || "the environment"} ${issue.message}` }];
  });
}

function contradictions(values: Candidate, wrong: ReadonlySet<PropertyKey>, file: string): Problem[] {
  return rules
    .filter(({ reads }) => !reads.some((key) => wrong.has(key)))
    .flatMap(({ id, faults }) => faults(values).map((message) => ({ id, path: file, message })));
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

/** The keys that are right by themselves; rules that read a wrong one are not asked. */
function soundValues(given: Record<string, unknown>, wrong: ReadonlySet<PropertyKey>): Candidate {
  const sound = Object.entries(environmentSchema.shape)
    .filter(([key]) => !wrong.has(key))
    .map(([key, schema]) => [key, schema.safeParse(given[key]).data]);
  return Object.fromEntries(sound) as Candidate;
}

function complete(candidate: Candidate): Environment {
  const https = candidate.https as HttpsSettings | undefined;
  const isProtected = !candidate.retiring;
  return {
    ...candidate,
    https,
    deletionProtection: candidate.deletionProtection && isProtected,
    instanceTerminationProtection: candidate.instanceTerminationProtection && isProtected,
  };
}

function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`,
    "",
  );
}

/** `services[0].pathPrefix` gives `services-path-prefix-invalid`. */
function idOf(path: readonly PropertyKey[]): string {
  const words = path.filter((key) => typeof key === "string").join("-") || "environment";
  return `${words.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-invalid`;
}
