import type { Defect } from "../defect";
import { blocksOf } from "../policy";
import { INSTANCES } from "../servers";

/** A server in two networks carries traffic past the rules of both. */
export const instanceWithManyInterfaces: Defect = {
  id: "instance-with-many-interfaces",
  severity: "warning",
  facts: ["EC2.17"],
  *find(subject) {
    const makers = [
      ...subject.resources(...INSTANCES).map((at) => ({ at, block: "network_interface" })),
      ...subject.resources("aws_launch_template").map((at) => ({ at, block: "network_interfaces" })),
    ];
    for (const { at, block } of makers) {
      const count = blocksOf(at, block)?.length ?? 0;
      if (count < 2) continue;
      yield {
        at,
        message: `${block} must be there once at most, got ${count}`,
        fix: `keep one ${block}; a load balancer reaches a server by its first interface`,
      };
    }
  },
};
