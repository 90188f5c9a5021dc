import { admits, listenerAdmission } from "../../alb";
import {
  isKnown,
  isUnknown,
  Labels,
  type Listener,
  type LoadBalancer,
  type Peer,
  type SecurityGroup,
  type Topology,
} from "../../topology";
import type { Clients, Way } from "../diagram";
import { find } from "./find";
import type { Drawn } from "./sides";
import { changedWay, hasNoGuards } from "./ways";

/** Who may reach a listener, and what of that is new or ends. */
export function clientsOf(listener: Drawn<Listener>, lb: Drawn<LoadBalancer> | undefined): Clients {
  const now = clientsIn(listener.topology, lb?.now, listener.now);
  const was = listener.was && clientsIn(listener.was.topology, lb?.was?.element, listener.was.element);
  if (was === undefined) return { way: now.way, from: now.from.map((text) => ({ text })) };
  return {
    way: changedWay(now.way, was.way),
    from: [
      ...now.from.map((text) => (was.from.includes(text) ? { text } : { text, mark: "added" as const })),
      ...was.from
        .filter((text) => !now.from.includes(text))
        .map((text) => ({ text, mark: "destroyed" as const })),
    ],
  };
}

interface Found {
  readonly way: Way;
  readonly from: readonly string[];
}

function clientsIn(topology: Topology, lb: LoadBalancer | undefined, listener: Listener): Found {
  if (lb === undefined)
    return { way: { verdict: "unknown", why: "the load balancer is not declared here" }, from: [] };
  if (hasNoGuards(lb)) return { way: { verdict: "open" }, from: ["no security groups"] };
  const admission = listenerAdmission(topology, lb, listener);
  const from = sourcesOf(topology, lb, listener);
  if (admission.verdict === "yes") return { way: { verdict: "open" }, from };
  if (admission.verdict === "unknown") return { way: { verdict: "unknown", why: admission.reason }, from };
  return { way: { verdict: "closed", why: "no security group rule admits anybody" }, from };
}

/** The other ends of all rules that admit to the port. */
function sourcesOf(
  topology: Topology,
  { securityGroups }: LoadBalancer,
  { port }: Listener,
): readonly string[] {
  if (isUnknown(securityGroups) || isUnknown(port)) return [];
  const labels = new Labels(topology);
  const texts = securityGroups.flatMap((link) => {
    const group = find(topology.securityGroups, link);
    return group === undefined ? [] : peersFor(group, port).map((peer) => describePeer(peer, labels));
  });
  return [...new Set(texts)].sort();
}

function peersFor(group: SecurityGroup, port: number): readonly Peer[] {
  if (!isKnown(group.rules)) return [];
  return group.rules
    .filter((rule) => admits([{ ...group, rules: [rule] }], "ingress", port, "anybody").verdict === "yes")
    .map(({ peer }) => peer);
}

function describePeer(peer: Peer, labels: Labels): string {
  if ("cidr" in peer) return isUnknown(peer.cidr) ? `addresses (${peer.cidr.unknown})` : peer.cidr;
  if ("prefixList" in peer) return `prefix list ${labels.to(peer.prefixList)}`;
  return `security group ${labels.to(peer.securityGroup)}`;
}
