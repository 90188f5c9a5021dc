import { SimulationError } from "./simulation-error";

/** A time since the start of a run, or a length of time: `90s`, `1m30s`, `1h`, `250ms`; a number is milliseconds. */
export type Moment = string | number;

const unitsMs: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
const part = /(\d+(?:\.\d+)?)(ms|h|m|s)/g;

/**
 * In milliseconds.
 *
 * @param where what the moment is for, such as `run`
 * @throws SimulationError for anything else
 */
export function parseMoment(moment: Moment, where: string): number {
  if (typeof moment === "number" && moment >= 0 && Number.isFinite(moment)) return moment;
  const text = String(moment).replaceAll(" ", "");
  if (typeof moment === "number" || text === "" || text.replace(part, "") !== "")
    throw new SimulationError(
      `${where}: must be a time such as 90s, 1m30s or 250ms, got ${JSON.stringify(moment)}; write it like one of these`,
    );
  let sumMs = 0;
  for (const [, count, unit = ""] of text.matchAll(part)) sumMs += Number(count) * (unitsMs[unit] ?? 0);
  return sumMs;
}
