import type { LabSnapshot } from "../../lab/local";
import { printable } from "../../lab/topology";
import type { Terminal } from "../terminal";
import { hanging } from "./text";

export interface HealthChange {
  readonly event: "health";
  readonly time: string;
  readonly target: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly reason?: string;
  readonly description?: string;
}

/** Finds what has changed from one snapshot to the next. */
export function snapshotChanges(first: LabSnapshot): (next: LabSnapshot) => readonly HealthChange[] {
  let before = healthOf(first);
  return (next) => {
    const known = before;
    before = healthOf(next);
    return next.groups
      .flatMap(({ targets }) => targets)
      .filter(({ key, health }) => known.get(key) !== health)
      .map(({ key, name, health, reason, description }) => ({
        event: "health",
        time: new Date().toISOString(),
        target: key,
        name,
        from: known.get(key) ?? "unregistered",
        to: health,
        ...(reason !== undefined && { reason }),
        ...(description !== undefined && { description }),
      }));
  };
}

function healthOf({ groups }: LabSnapshot): ReadonlyMap<string, string> {
  return new Map(groups.flatMap(({ targets }) => targets.map(({ key, health }) => [key, health] as const)));
}

/** One line, such as `02:52:10  Server-2  healthy -> unhealthy  Target.FailedHealthChecks: Health checks failed`. */
export function renderHealthChange(change: HealthChange, { colors, width }: Terminal): string {
  const { time, name, from, to, reason, description } = printable(change);
  const paint = to === "healthy" ? colors.green : to === "unhealthy" ? colors.red : colors.yellow;
  const why = reason === undefined ? "" : `  ${reason}${description === undefined ? "" : `: ${description}`}`;
  const mark = `${colors.dim(time.slice(11, 19))}  `;
  return hanging(mark, `${name}  ${from} -> ${paint(to)}${why}`, width).join("\n");
}
