import type { Ask } from "../asking/ask";
import type { Sdk } from "../asking/load-sdk";
import { chooseLoadBalancers, type Wanted } from "./choose-load-balancers";
import { readLoadBalancer } from "./read-listeners";
import { readMachines } from "./read-machines";
import { readNetwork, vpcsOf } from "./read-network";
import { readTargetGroups } from "./read-target-groups";
import type { SeenBalancing, SeenMachine, SeenNetwork } from "./seen";

/** Everything that AWS said of one deployment. */
export interface Deployment {
  readonly balancing: SeenBalancing;
  readonly machines: readonly SeenMachine[];
  readonly network: SeenNetwork;
  /** False: nobody may see load balancers, and so neither listeners nor rules. */
  readonly isBalancerSeen: boolean;
}

/**
 * Asks for the load balancers, then for what they forward to, then for what that runs on.
 *
 * @param where what an error says the calls went to, such as `in ap-northeast-2`
 */
export async function readDeployment(sdk: Sdk, ask: Ask, wanted: Wanted, where: string): Promise<Deployment> {
  const chosen = await chooseLoadBalancers(sdk, ask, wanted, where);
  const loadBalancers = await Promise.all((chosen ?? []).map((facts) => readLoadBalancer(sdk, ask, facts)));
  const targetGroups = await readTargetGroups(sdk, ask, loadBalancers, wanted.declared);
  const machines = await readMachines(sdk, ask, targetGroups, wanted.declared);
  const network = await readNetwork(sdk, ask, vpcsOf(loadBalancers, targetGroups, machines));
  return {
    balancing: { loadBalancers, targetGroups },
    machines,
    network,
    isBalancerSeen: chosen !== undefined,
  };
}
