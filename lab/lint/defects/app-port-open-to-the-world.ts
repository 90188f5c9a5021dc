import type { Defect } from "../defect";
import { addressesOf, groupAddressOf, groupsOfLoadBalancers, isHttp } from "../group-users";
import { covers, isEveryPort, openRules, shownOpening } from "../open-rules";
import type { Subject } from "../subject";
import { known } from "../values";
import { ownHealthPort, registeredServers } from "../ways";

/** Whoever reaches a server directly goes around the load balancer, its rules, its logs and its firewall. */
export const appPortOpenToTheWorld: Defect = {
  id: "app-port-open-to-the-world",
  severity: "error",
  facts: ["B60", "U31", "OWN-04"],
  *find(subject) {
    const ports = appPorts(subject);
    for (const open of openRules(subject, "ingress")) {
      const group = groupAddressOf(open.rule);
      const found = [...(ports.get(group ?? "") ?? [])].find((port) => covers(open, port));
      if (found === undefined || isEveryPort(open)) continue;
      yield {
        at: open.rule.at,
        message: `port ${found} of servers must admit the load balancer only, got ${shownOpening(open)}`,
        fix: "name the security group of the load balancer as the source instead",
      };
    }
  },
};

/** Ports of servers behind load balancers, by the address of a group that guards servers only. */
function appPorts(subject: Subject): ReadonlyMap<string, ReadonlySet<number>> {
  const elsewhere = groupsOfLoadBalancers(subject);
  const ports = new Map<string, Set<number>>();
  for (const { group, registration, server } of registeredServers(subject)) {
    if (isAlsoReachedOtherwise(subject, server.address)) continue;
    const own = [known(registration.port), ownHealthPort(group)].filter((port) => port !== undefined);
    for (const address of addressesOf(server.securityGroups)) {
      if (elsewhere.has(address)) continue;
      const found = ports.get(address) ?? new Set();
      for (const port of own) found.add(port);
      ports.set(address, found);
    }
  }
  return ports;
}

/** A network load balancer hands on the addresses of clients, so that its targets have to admit them. */
function isAlsoReachedOtherwise({ topology }: Subject, address: string): boolean {
  return topology.registrations.some(({ group, target }) => {
    if (!("address" in target) || target.address !== address) return false;
    const found = topology.targetGroups.find((one) => "address" in group && one.address === group.address);
    return found === undefined || !isHttp(found);
  });
}
