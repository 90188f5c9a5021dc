import { parseTargetHealth } from "../../../cli/evidence/target-health";
import type { DoctorReport } from "../../../lab/doctor";
import type { Shape } from "../../lint/support/shop";
import { type Change, examineShop } from "./shop-evidence";

/** State, reason and description of a target, as AWS shows them. */
export type Standing = readonly [state: string, reason?: string, description?: string];

/** What no lab of this machine can be brought to: answers of AWS about a shop, as they were recorded. */
export interface RecordedFault {
  /** With the ids of the facts that it stages. */
  readonly name: string;
  /** By the names of its targets `web`, `web-2` and `api`; those that are not named are healthy. */
  readonly health: Readonly<Record<string, Standing>>;
  /** What else AWS says of a target: its machine, its console. */
  readonly machines?: Readonly<Record<string, Shape>>;
  readonly change?: Pick<Change, "resource" | "deployed">;
  /** Causes with what they are about; the first one is what to look at first. */
  readonly says: readonly string[];
}

export function examineRecorded({ health, machines = {}, change = {} }: RecordedFault): DoctorReport {
  const names = Object.keys(health);
  const seen = parseTargetHealth(printed(health), "describe-target-health");
  const targets = Object.fromEntries(
    names.map((name, index) => [name, { ...seen[index], ...machines[name] } as Shape]),
  );
  return examineShop({ source: "aws", deployed: {}, ...change, targets });
}

/** What `aws elbv2 describe-target-health` prints. */
function printed(health: RecordedFault["health"]): string {
  const descriptions = Object.entries(health).map(([name, [State, Reason, Description]]) => ({
    Target: { Id: `i-0${name}`, Port: 3000 },
    HealthCheckPort: "3000",
    TargetHealth: { State, Reason, Description },
    AdministrativeOverride: {
      State: "no_override",
      Reason: "AdministrativeOverride.NoOverride",
      Description: "No override is currently active on target",
    },
  }));
  return JSON.stringify({ TargetHealthDescriptions: descriptions });
}
