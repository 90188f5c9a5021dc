import type { Topology } from "../../topology";
import { planGroups } from "./groups";
import { findLoadBalancer, planLoadBalancer } from "./load-balancer";
import type { LabPlan } from "./types";

/**
 * What is simulated of a topology.
 *
 * @param loadBalancer address, path or name; undefined: the only one there is
 * @throws SimulationError where a value that counts is not known
 */
export function planLab(topology: Topology, loadBalancer: string | undefined): LabPlan {
  const assumptions = new Set<string>();
  const assume = (line: string) => assumptions.add(line);
  const lb = findLoadBalancer(topology, loadBalancer);
  const plan = planLoadBalancer(topology, lb, assume);
  const { groups, machines } = planGroups({ topology, lb, plan, assume });
  return { loadBalancer: plan, groups, machines, assumptions: [...assumptions] };
}
