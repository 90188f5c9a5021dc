import {
  type Element,
  isUnknown,
  type Knowable,
  type Link,
  type Listener,
  type ListenerRule,
  type LoadBalancer,
  type Registration,
  type Resource,
  type SecurityGroup,
  type TargetGroup,
} from "../../topology";
import type { Comparison, ElementList } from "../comparison";
import { recordsOf } from "../records/records";

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
  const { after: side } = comparison;
  const registered = new Set(side.topology.registrations.map((one) => side.serverOf(one)?.address));
  return [
    ...pairsOf("loadBalancers", "a load balancer", ofLoadBalancer),
    ...pairsOf("listeners", "a listener", ofListener),
    ...pairsOf("rules", "a rule", ofRule),
    ...newRules(comparison),
    ...pairsOf("targetGroups", "a target group", ofTargetGroup),
    ...pairsOf("registrations", "a registration", ofRegistration),
    ...pairsOf("securityGroups", "a security group", ofSecurityGroup),
    ...[
      ...pairsOf("instances", "a server", ofServer),
      ...pairsOf("autoScalingGroups", "an auto scaling group", ofServer),
    ].filter(({ at }) => registered.has(at.address)),
    ...records(comparison),
  ];
}

/** Names by which clients find a load balancer. */
function records(comparison: Comparison): readonly Deciding[] {
  const balancers = new Set(comparison.before.topology.loadBalancers.map(({ address }) => address));
  return recordsOf(comparison.before)
    .filter(({ targets = [] }) => targets.some((target) => balancers.has(target)))
    .flatMap(({ resource: before }) => {
      const after = comparison.after.resource(before.address);
      if (after === undefined || comparison.isGone(after)) return [];
      return [{ at: after, what: "a DNS record", before: ofRecord(before), after: ofRecord(after) }];
    });
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

function ofRule({ listener, priority, conditions, actions, instances }: ListenerRule): Parts {
  return { listener, priority, conditions, actions, "whether it is there": instances };
}

function ofTargetGroup({ port, protocol, targetType, healthCheck, attributes }: TargetGroup): Parts {
  const { deregistrationDelaySeconds, stickiness, crossZone } = attributes;
  return {
    ...{ port, protocol, "target type": targetType, "health check": healthCheck, stickiness },
    ...{ "deregistration delay": deregistrationDelaySeconds, "cross-zone load balancing": crossZone },
  };
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

function ofServer({ securityGroups }: { readonly securityGroups: Knowable<readonly Link[]> }): Parts {
  return { "security groups": securityGroups };
}

function ofRecord(record: Resource): Parts {
  return {
    name: record.value("name"),
    "what it leads to": record.link("alias", "name") ?? record.links("records"),
  };
}
