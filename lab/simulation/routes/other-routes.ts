import type { Topology } from "../../topology";
import { type RequestMix, requestMix } from "../clients/request-mix";
import type { SimulationOptions } from "../options";
import { planLab } from "../setup/plan-lab";
import type { LabPlan } from "../setup/types";
import { SimulationError } from "../simulation-error";

/** Listeners and rules that take the place of those before. */
export interface OtherRoutes {
  /** Which rule answers what is asked from now on. */
  readonly mix: RequestMix;
  /** Addresses of the target groups that they forward to. */
  readonly used: ReadonlySet<string>;
  readonly assumptions: readonly string[];
}

/**
 * The routes of another topology.
 *
 * @throws SimulationError where more than listeners, rules and weights differs, or a value that decides is not known
 */
export function otherRoutes(
  topology: Topology,
  before: LabPlan,
  request: SimulationOptions["request"],
): OtherRoutes {
  const after = planLab(topology, before.loadBalancer.address);
  assertSame(before, after);
  const used = after.groups.filter(({ isUsed }) => isUsed).map(({ address }) => address);
  return {
    mix: requestMix(request, after.loadBalancer),
    used: new Set(used),
    assumptions: after.assumptions,
  };
}

function assertSame(before: LabPlan, after: LabPlan): void {
  const [was, is] = [partsOf(before), partsOf(after)];
  const different = [...new Set([...was.keys(), ...is.keys()])].find(
    (part) => was.get(part) !== is.get(part),
  );
  if (different !== undefined)
    throw new SimulationError(
      `change: must change nothing but listeners, rules and weights, got another ${different}; ` +
        "register, deregister and deploy change targets, another drill the rest",
    );
}

/** Everything else, by what it is called. */
function partsOf({ loadBalancer, groups, machines }: LabPlan): ReadonlyMap<string, string> {
  const { listeners: _, ...own } = loadBalancer;
  return new Map([
    [own.address, JSON.stringify(own)],
    ...groups.map(({ isUsed: _, ...group }) => [group.address, JSON.stringify(group)] as const),
    ...machines.map((machine) => [machine.key, JSON.stringify(machine)] as const),
  ]);
}
