import type { Ask } from "../asking/ask";
import type { Sdk } from "../asking/load-sdk";
import { troubledMachines } from "../targets/seen-targets";
import { readCloudInitLog } from "./read-cloud-init-log";
import { readConsole } from "./read-console";
import type { SeenMachine, SeenTargetGroup } from "./seen";

/**
 * What the machines of targets that do not serve have printed, by instance id: the cloud-init log where it
 * may be read there, else the console output.
 */
export async function readConsoles(
  sdk: Sdk,
  ask: Ask,
  groups: readonly SeenTargetGroup[],
  machines: readonly SeenMachine[],
): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(
    troubledMachines(groups, machines).map(async (id) => {
      const isRunning = machines.some(
        ({ facts }) => facts.InstanceId === id && facts.State?.Name === "running",
      );
      const log = isRunning ? await readCloudInitLog(sdk, ask, id) : undefined;
      return [id, log ?? (await readConsole(sdk, ask, id))] as const;
    }),
  );
  return new Map(texts.flatMap(([id, text]) => (text === undefined ? [] : [[id, text] as const])));
}
