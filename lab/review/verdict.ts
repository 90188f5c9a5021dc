import { counted } from "../topology";
import type { Comparison } from "./comparison";
import { type Level, worstOf } from "./level";
import type { RiskFinding } from "./risk";

/** How bad a change is as a whole, and the one reason. */
export interface Verdict {
  readonly level: Level;
  /** One line, lower case, without a full stop. */
  readonly reason: string;
}

/** @param risks the worst first */
export function verdictOf(risks: readonly RiskFinding[], { changes }: Comparison): Verdict {
  const [worst] = risks;
  if (worst !== undefined)
    return {
      level: worstOf(risks.map(({ level }) => level)),
      reason: `${worst.path ?? worst.address}: ${worst.message}`,
    };
  const changed = changes.changes.filter(({ kind }) => kind !== "nothing");
  if (changed.length === 0) return { level: "safe", reason: "nothing changes" };
  const replaced = changed.filter(({ kind }) => kind === "replace" || kind === "destroy");
  if (replaced.length > 0)
    return {
      level: "safe",
      reason: `${counted(replaced.length, "resource")} replaced or destroyed, none that serves requests or holds data`,
    };
  return { level: "safe", reason: "nothing is replaced or destroyed" };
}
