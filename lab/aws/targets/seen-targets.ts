import type { TargetHealthDescription } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { SeenTarget } from "../../doctor";
import { optional } from "../optional";
import type { SeenMachine, SeenTargetGroup } from "../seen/seen";
import { healthStateOf, machineStateOf } from "./health-states";

/** What helps to tell who a target is. */
export interface Known {
  readonly machines: readonly SeenMachine[];
  /** What the machines have printed, by instance id. */
  readonly consoles: ReadonlyMap<string, string>;
  /** Address in the declared topology by ARN or id. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** Every target of a group as it was seen. */
export function seenTargets({ facts, health = [] }: SeenTargetGroup, known: Known): readonly SeenTarget[] {
  const { TargetGroupName, TargetGroupArn = "" } = facts;
  const group = {
    ...optional("groupName", TargetGroupName),
    ...optional("groupAddress", known.addresses.get(TargetGroupArn)),
  };
  return health.flatMap((description) => {
    const target = seenTarget(description, known);
    return target === undefined ? [] : [{ ...group, ...target }];
  });
}

function seenTarget(
  { Target, TargetHealth }: TargetHealthDescription,
  { machines, consoles, addresses }: Known,
): SeenTarget | undefined {
  const state = healthStateOf(TargetHealth?.State);
  const id = Target?.Id;
  if (state === undefined || id === undefined) return undefined;
  const machine = machineOf(id, machines)?.facts;
  const machineId = machine?.InstanceId ?? id;
  return {
    ...optional("address", addresses.get(machineId)),
    id,
    ...optional("port", Target?.Port),
    ...optional("name", machine?.Tags?.find(({ Key }) => Key === "Name")?.Value),
    ...optional("zone", machine?.Placement?.AvailabilityZone ?? Target?.AvailabilityZone),
    state,
    ...optional("reason", TargetHealth?.Reason as SeenTarget["reason"]),
    ...optional("description", TargetHealth?.Description),
    ...optional("launchedAtMs", machine?.LaunchTime?.getTime()),
    ...optional("machine", machineStateOf(machine?.State?.Name)),
    ...optional("console", consoles.get(machineId)),
  };
}

/** A target is an instance by its id or by one of its addresses. */
function machineOf(id: string, machines: readonly SeenMachine[]): SeenMachine | undefined {
  return machines.find(
    ({ facts }) =>
      facts.InstanceId === id ||
      facts.NetworkInterfaces?.some(({ PrivateIpAddresses = [] }) =>
        PrivateIpAddresses.some(({ PrivateIpAddress }) => PrivateIpAddress === id),
      ),
  );
}

/** Instances behind targets that do not serve: what they have printed may say why. */
export function troubledMachines(
  groups: readonly SeenTargetGroup[],
  machines: readonly SeenMachine[],
): readonly string[] {
  const ids = groups.flatMap(({ health = [] }) =>
    health
      .filter(({ TargetHealth }) => TargetHealth?.State !== "healthy")
      .flatMap(({ Target }) => machineOf(Target?.Id ?? "", machines)?.facts.InstanceId ?? []),
  );
  return [...new Set(ids)];
}
