import type { UserData } from "../../../userdata";
import { isUnknown } from "../../topology";
import { healthPortOf } from "./ports";
import type { Registered } from "./targets";
import type { GroupSetup, MachineSetup } from "./types";

/** A machine as one more registration needs it. */
export function setUpMachine(
  before: MachineSetup | undefined,
  one: Registered,
  group: GroupSetup["group"],
  port: number,
): MachineSetup {
  const userData = userDataOf(one);
  const [path = "/"] = group.healthCheck.path.split("?");
  return {
    key: one.machine,
    name: before?.name ?? one.name,
    ...(userData && { userData }),
    ports: unique([...(before?.ports ?? []), port, healthPortOf(group, port)]),
    healthPaths: unique([...(before?.healthPaths ?? []), path]),
  };
}

function userDataOf({ instance, member }: Registered): UserData | undefined {
  const userData = (instance ?? member?.group)?.userData;
  return userData === undefined || isUnknown(userData) ? undefined : userData;
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
