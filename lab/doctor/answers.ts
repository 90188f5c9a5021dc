import type { Case } from "./case";
import type { Target } from "./target";

/** Statuses with which health checks have failed: as AWS lists them, else that of the last probe. */
export function failedStatuses({ seen }: Target): readonly number[] {
  if (seen === undefined) return [];
  const [, listed = ""] = /codes: \[([\d, ]+)\]/.exec(seen.description ?? "") ?? [];
  const codes = listed.split(",").flatMap((code) => (/^\s*\d{3}\s*$/.test(code) ? Number(code) : []));
  if (codes.length > 0) return codes;
  const last = seen.probes?.at(-1);
  const isFailure = last !== undefined && !last.passed && /^\d{3}$/.test(last.result);
  return isFailure ? [Number(last.result)] : [];
}

/** Of a target whose health checks fail, the first status that is one of these. */
export function failsWith(target: Target, isOne: (status: number) => boolean): number | undefined {
  const { seen } = target;
  if (seen?.state !== "unhealthy" && seen?.state !== "initial") return undefined;
  return failedStatuses(target).find(isOne);
}

/** What the last probe of a failing target brought, in words; a status is no word. */
export function failsBecause({ seen }: Target): string | undefined {
  if (seen?.state !== "unhealthy" && seen?.state !== "initial") return undefined;
  const last = seen.probes?.at(-1);
  return last === undefined || last.passed ? undefined : last.result;
}

/** Whether clients get good answers of a target, though its health checks fail. */
export function servesClients(one: Case, { name }: Target): boolean {
  return one.requests.some(({ targetName, status }) => targetName === name && status >= 200 && status < 400);
}

/** The path of its health check, quoted, or what it is called. */
export function pathOf({ group }: Target): string {
  const path = group?.healthCheck.path;
  return typeof path === "string" ? JSON.stringify(path) : "the health check path";
}
