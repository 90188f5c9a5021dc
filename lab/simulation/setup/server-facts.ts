import { type Instance, isUnknown, type Knowable } from "../../topology";

type UserData = Exclude<NonNullable<Instance["userData"]>, { readonly unknown: string }>;

/** What this project's server is told. */
export type ServerSettings = NonNullable<UserData["settings"]>;

export interface ServerFacts {
  readonly restartSeconds: number | "never" | undefined;
  readonly server?: ServerSettings;
}

/** Of systemd, where a unit says nothing else. */
const systemdRestartSeconds = 0.1;

/** What user data say of the server that they start. */
export function serverFacts(userData: Knowable<UserData> | undefined): ServerFacts {
  if (userData === undefined) return { restartSeconds: "never" };
  if (isUnknown(userData)) return { restartSeconds: undefined };
  const { unit, settings } = userData;
  return {
    restartSeconds: unit === undefined ? "never" : restartOf(unit.text),
    ...(settings && { server: settings }),
  };
}

/** After a crash, when the unit says that it comes back; `StartLimitIntervalSec` is not looked at. */
function restartOf(unit: string): number | "never" {
  const restart = /^Restart=(\S+)\s*$/m.exec(unit)?.[1] ?? "no";
  if (!["always", "on-failure", "on-abnormal", "on-abort"].includes(restart)) return "never";
  const [, count, unitOfTime] = /^RestartSec=(\d+(?:\.\d+)?)(ms|s|min)?\s*$/m.exec(unit) ?? [];
  if (count === undefined) return systemdRestartSeconds;
  const seconds = { ms: 0.001, s: 1, min: 60 }[unitOfTime ?? "s"] ?? 1;
  return Number(count) * seconds;
}
