import { follow, isKnown, type LoadBalancer, type SecurityGroup } from "../../topology";
import type { Case } from "../case";
import type { Cause } from "../cause";
import { missingRules } from "../deployed";
import { mayBe, type Target } from "../target";
import { known } from "../words";

/** A rule of a security group is declared, and AWS does not have it. */
export const driftSecurityGroupRule: Cause = {
  id: "drift-security-group-rule",
  kind: "broken",
  facts: ["U6", "U7", "U31"],
  rank: 16,
  *find(one) {
    for (const { group, rule, words } of missingRules(one)) {
      const name = known(group.name) ?? group.address;
      const targets = one.targets.filter((target) => isBehind(one, target, name));
      const isWay =
        rule.direction === "ingress" || one.links.loadBalancers().some((lb) => has(one, lb, name));
      yield {
        ...(isWay && targets.length > 0 && { targets }),
        about: [about(group)],
        certainty: "certain",
        seen: [`${rule.address} declares ${words}; the security group ${name} on AWS has no such rule`],
        cause: `a rule of the security group ${name} is declared and not deployed, or somebody has removed it`,
        fix: `run terraform apply, which puts ${rule.address} back`,
        explains: [
          "target-security-group-closed",
          "load-balancer-egress-closed",
          "traffic-port-closed",
          "listener-port-closed",
        ],
      };
    }
  },
};

function about({ name, address, path }: SecurityGroup) {
  return {
    kind: "security group",
    name: known(name) ?? address,
    address,
    ...(path !== undefined && { path }),
  } as const;
}

/** Targets in trouble whose way leads through a security group of this name. */
function isBehind(one: Case, target: Target, name: string): boolean {
  if (!mayBe(target, ["unhealthy", "initial"], ["Target.Timeout", "Elb.InitialHealthChecking"])) return false;
  return [target.server, ...target.loadBalancers].some(
    (owner) => owner !== undefined && has(one, owner, name),
  );
}

function has({ topology }: Case, owner: Pick<LoadBalancer, "securityGroups">, name: string): boolean {
  const links = isKnown(owner.securityGroups) ? owner.securityGroups : [];
  return links.some((link) => known(follow(topology.securityGroups, link)?.name) === name);
}
