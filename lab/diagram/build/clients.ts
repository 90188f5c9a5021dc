import { admits, listenerAdmission } from "../../alb";
import {
  isUnknown,
  type Listener,
  type LoadBalancer,
  type Peer,
  type SecurityGroupRule,
  type Topology,
} from "../../topology";
import type { Clients, Way } from "../diagram";
import type { Mark } from "../mark";
import { find } from "./find";
import type { Names } from "./names";
import type { Drawn, Sides } from "./sides";
import { changedWay, hasNoGuards } from "./ways";

/** Who may reach a listener, and what of that is new or ends. */
export function clientsOf(
  { names, marks }: Sides,
  listener: Drawn<Listener>,
  lb: Drawn<LoadBalancer> | undefined,
): Clients {
  const now = clientsIn(listener.topology, lb?.now, listener.now, names);
  const { was: old } = listener;
  const was = old && clientsIn(old.topology, lb?.was?.element, old.element, names);
  const addresses = [...new Set([...now.rules, ...(was?.rules ?? [])])];
  if (was === undefined) return { addresses, way: now.way, from: now.from.map((text) => ({ text })) };
  const isNew = (text: string) => !was.from.includes(text);
  const ended = was.from.filter((text) => !now.from.includes(text));
  return {
    addresses,
    way: changedWay(now.way, was.way),
    from: [
      ...now.from.map((text) => ({ text, ...(isNew(text) && { mark: "added" as const }) })),
      ...ended.map((text) => ({ text, mark: markOfEnded(was.rulesOf(text), marks) })),
    ],
  };
}

/** What is only let go of goes on admitting: Terraform just does not know it any more. */
function markOfEnded(rules: readonly string[], marks: ReadonlyMap<string, Mark>): Mark {
  return rules.some((rule) => marks.get(rule) === "forgotten") ? "forgotten" : "destroyed";
}

interface Found {
  readonly way: Way;
  readonly from: readonly string[];
  /** Addresses of the rules that admit. */
  readonly rules: readonly string[];
  /** Addresses of those that admit one of `from`. */
  rulesOf(text: string): readonly string[];
}

function clientsIn(
  topology: Topology,
  lb: LoadBalancer | undefined,
  listener: Listener,
  names: Names,
): Found {
  const nobody = { from: [], rules: [], rulesOf: () => [] };
  if (lb === undefined)
    return { way: { verdict: "unknown", why: "the load balancer is not declared here" }, ...nobody };
  if (hasNoGuards(lb))
    return { ...nobody, way: { verdict: "open" }, from: ["anybody, without security groups"] };
  const admission = listenerAdmission(topology, lb, listener);
  const admitting = rulesFor(topology, lb, listener);
  const texts = admitting.map(({ peer }) => describePeer(peer, names));
  const rules = admitting.map(({ address }) => address);
  const rulesOf = (text: string) => rules.filter((_, at) => texts[at] === text);
  const found = { from: [...new Set(texts)].sort(), rules, rulesOf };
  if (admission.verdict === "yes") return { way: { verdict: "open" }, ...found };
  if (admission.verdict === "unknown")
    return { way: { verdict: "unknown", why: admission.reason }, ...found };
  return { way: { verdict: "closed", why: "no security group rule admits anybody" }, ...found };
}

/** All rules that admit somebody to the port. */
function rulesFor(
  topology: Topology,
  { securityGroups }: LoadBalancer,
  { port }: Listener,
): readonly SecurityGroupRule[] {
  if (isUnknown(securityGroups) || isUnknown(port)) return [];
  return securityGroups.flatMap((link) => {
    const group = find(topology.securityGroups, link);
    if (group === undefined || isUnknown(group.rules)) return [];
    return group.rules.filter(
      (rule) => admits([{ ...group, rules: [rule] }], "ingress", port, "anybody").verdict === "yes",
    );
  });
}

function describePeer(peer: Peer, names: Names): string {
  if ("cidr" in peer) return isUnknown(peer.cidr) ? `addresses (${peer.cidr.unknown})` : peer.cidr;
  if ("prefixList" in peer) return `prefix list ${names.to(peer.prefixList)}`;
  return `security group ${names.to(peer.securityGroup)}`;
}
