import { counted, type ResourceChange } from "../topology";
import type { Comparison } from "./comparison";
import { isKnownType } from "./data/known-types";
import { type Level, worstOf } from "./level";
import type { RiskFinding } from "./risk";
import { doubtOf } from "./unknowns/doubts";

/** How bad a change is as a whole, and the one reason. */
export interface Verdict {
  readonly level: Level;
  /** One line, lower case, without a full stop. */
  readonly reason: string;
}

/** @param risks the worst first */
export function verdictOf(risks: readonly RiskFinding[], comparison: Comparison): Verdict {
  const [worst] = risks;
  if (worst !== undefined)
    return {
      level: worstOf(risks.map(({ level }) => level)),
      reason: `${worst.path ?? worst.address}: ${worst.message}`,
    };
  const changed = comparison.changes.changes.filter(({ kind }) => kind !== "nothing");
  const gone = changed.filter(({ kind }) => kind === "replace" || kind === "destroy");
  const foreign = [...gone, ...changed.filter(({ kind }) => kind === "other")].find(
    ({ type, kind }) => kind === "other" || !isKnownType(type),
  );
  if (foreign !== undefined) return { level: "needs-care", reason: notUnderstood(foreign) };
  const doubt = doubtOf(comparison);
  if (doubt !== undefined) return { level: "needs-care", reason: doubt };
  if (changed.length === 0) return { level: "safe", reason: "nothing changes" };
  if (gone.length === 0) return { level: "safe", reason: "nothing is replaced or destroyed" };
  const count = counted(gone.length, "resource");
  return {
    level: "safe",
    reason: `${count} replaced or destroyed, without an effect on requests or data that is known here`,
  };
}

/** Whether such a resource serves requests or holds data, nobody here can say. */
function notUnderstood({ address, type, kind }: ResourceChange): string {
  const what =
    kind === "other"
      ? "has an action"
      : `is to be ${kind === "replace" ? "replaced" : "destroyed"}, of a type`;
  return `not understood: ${address} ${what} that this version does not know${kind === "other" ? "" : ` (${type})`}`;
}
