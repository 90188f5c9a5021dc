import {
  type Element,
  isUnknown,
  type Listener,
  type ListenerRule,
  type LoadBalancer,
  type Registration,
  type SecurityGroup,
  type TargetGroup,
} from "../topology";
import type { Comparison, ElementList } from "./comparison";

type Parts = Readonly<Record<string, unknown>>;

/** What of one element decides over requests, before and after. */
export interface Deciding {
  readonly at: Element;
  /** Such as `a rule`. */
  readonly what: string;
  /** Absent: the element is new, and joins what answers requests already. */
  readonly before?: Parts;
  readonly after: Parts;
}

/** Everything that decides who answers a request, of what was there before, and rules that join a listener that was. */
export function decidingParts(comparison: Comparison): readonly Deciding[] {
  const pairsOf = <Name extends ElementList>(list: Name, what: string, partsOf: (element: never) => Parts) =>
    comparison
      .pairs(list)
      // a plan still lists what Terraform lets go of
      .filter(({ after }) => !comparison.isGone(after))
      .map(
        ({ before, after }): Deciding => ({
          ...{ at: after, what },
          ...{ before: partsOf(before as never), after: partsOf(after as never) },
        }),
      );
  return [
    ...pairsOf("loadBalancers", "a load balancer", ofLoadBalancer),
    ...pairsOf("listeners", "a listener", ofListener),
    ...pairsOf("rules", "a rule", ofRule),
    ...newRules(comparison),
    ...pairsOf("targetGroups", "a target group", ofTargetGroup),
    ...pairsOf("registrations", "a registration", ofRegistration),
    ...pairsOf("securityGroups", "a security group", ofSecurityGroup),
  ];
}

/** A rule that comes to a listener that answers requests already. */
function newRules(comparison: Comparison): readonly Deciding[] {
  const known = new Set(comparison.pairs("listeners").map(({ after }) => after.address));
  return comparison
    .added("rules")
    .filter(({ listener }) => "address" in listener && known.has(listener.address))
    .map((rule) => ({ at: rule, what: "a new rule", after: ofRule(rule) }));
}

function ofLoadBalancer({ internal, ipAddressType, securityGroups, subnets }: LoadBalancer): Parts {
  return { internal, "ip address type": ipAddressType, "security groups": securityGroups, subnets };
}

function ofListener({ port, protocol, sslPolicy, certificates, defaultActions }: Listener): Parts {
  const links = certificates.map(({ certificate }) => certificate);
  return { port, protocol, "TLS policy": sslPolicy, certificates: links, "default actions": defaultActions };
}

function ofRule({ listener, priority, conditions, actions }: ListenerRule): Parts {
  return { listener, priority, conditions, actions };
}

function ofTargetGroup({ port, protocol, targetType, healthCheck }: TargetGroup): Parts {
  return { port, protocol, "target type": targetType, "health check": healthCheck };
}

function ofRegistration({ group, port }: Registration): Parts {
  return { group, port };
}

/** Rules one by one, so that one that was unknown before hides no other. */
function ofSecurityGroup({ rules }: SecurityGroup): Parts {
  if (isUnknown(rules)) return { rules };
  const addresses = [...new Set(rules.map(({ address }) => address))];
  return Object.fromEntries(
    addresses.map((address) => [address, rules.filter((rule) => rule.address === address)]),
  );
}
