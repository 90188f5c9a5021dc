import { ask, type Opening, openings } from "../../reach";
import { type Element, isUnknown } from "../../topology";
import type { Comparison } from "../comparison";
import { listenersThatStay } from "./ways";

/** Clients that a listener's load balancer no longer admits to its port. */
export interface Closing {
  readonly at: Element;
  /** As the rule that is gone says it. */
  readonly from: string;
  readonly port: number;
  readonly balancer: string;
}

/** Each client that could get through before, as rules name it; each once. */
export function closingsOf(comparison: Comparison): readonly Closing[] {
  const { before, after } = comparison;
  return listenersThatStay(comparison).flatMap(({ listener, lb, port }) => {
    const was = before.topology.loadBalancers.find(({ address }) => address === lb.address);
    if (was === undefined || isUnknown(was.securityGroups) || isUnknown(lb.securityGroups)) return [];
    const left = openings(
      { topology: after.topology, groups: lb.securityGroups },
      { topology: before.topology, groups: was.securityGroups },
    );
    const shut = left.filter((one) => isFor(one, port) && gotThrough(comparison, one, lb.address, port));
    const balancer = comparison.labels.after.to(lb);
    return [...new Set(shut.map(({ from }) => from))].map((from) => ({ at: listener, from, port, balancer }));
  });
}

function isFor({ services }: Opening, port: number): boolean {
  return services.some(
    ({ protocol, fromPort, toPort }) =>
      (protocol === "tcp" || protocol === "-1") && fromPort <= port && port <= toPort,
  );
}

/** What a group or a list stands for is taken to have got through. */
function gotThrough({ before }: Comparison, { blocks, family }: Opening, to: string, port: number): boolean {
  if (family === undefined) return true;
  return blocks.slice(0, 20).some((from) => {
    const { verdict } = ask(before.topology, { from, to, port, family });
    return verdict === "yes" || verdict === "some";
  });
}
