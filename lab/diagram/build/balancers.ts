import {
  comparePorts,
  describeText,
  isUnknown,
  type Listener,
  type ListenerRule,
  type LoadBalancer,
  labelOf,
} from "../../topology";
import type { BalancerPart, Fact, ListenerPart } from "../diagram";
import { clientsOf } from "./clients";
import { labelsOf } from "./entrance";
import type { Names } from "./names";
import { compareRules, defaultOf, ruleOf } from "./rules";
import { type Drawn, partOf, type Sides } from "./sides";

const kinds: Readonly<Record<string, string>> = {
  application: "Application load balancer",
  network: "Network load balancer",
  gateway: "Gateway load balancer",
};

/** A load balancer with its listeners and their rules. */
export function balancerOf(
  sides: Sides,
  lb: Drawn<LoadBalancer>,
  listeners: readonly Drawn<Listener>[],
): BalancerPart {
  const facts = [
    sides.fact(lb, "scheme", describeScheme),
    sides.fact(lb, "security groups", (one) => describeGuards(one, sides.names)),
  ].filter(({ text }) => text !== "");
  const { loadBalancerType } = lb.now;
  const kind = isUnknown(loadBalancerType) ? "Load balancer" : (kinds[loadBalancerType] ?? "Load balancer");
  return {
    ...partOf([lb.now.address], [lb.mark], facts),
    kind,
    name: labelOf(lb.now),
    facts,
    labels: labelsOf(sides, lb.now.address),
    listeners: listenersOf(sides, listeners, lb),
  };
}

export function listenersOf(
  sides: Sides,
  listeners: readonly Drawn<Listener>[],
  lb?: Drawn<LoadBalancer>,
): readonly ListenerPart[] {
  return [...listeners]
    .sort((one, other) => comparePorts(one.now, other.now) || (one.now.address < other.now.address ? -1 : 1))
    .map((listener) => listenerOf(sides, listener, lb));
}

function listenerOf(
  sides: Sides,
  listener: Drawn<Listener>,
  lb: Drawn<LoadBalancer> | undefined,
): ListenerPart {
  const { address } = listener.now;
  const name = sides.fact(
    listener,
    "listens",
    ({ protocol, port }) => `${describeText(protocol)} ${describeText(port)}`,
  );
  const facts: readonly Fact[] = [
    sides.fact(listener, "certificates", (one) => describeCertificates(one, sides.names)),
  ].filter(({ text }) => text !== "");
  const clients = clientsOf(sides, listener, lb);
  const part = partOf([address], [listener.mark], [name, ...facts]);
  const rules = rulesOf(sides, address).map((rule) => ruleOf(sides, rule));
  return { ...part, name, facts, clients, rules: [...rules, defaultOf(sides, listener)] };
}

function rulesOf(sides: Sides, address: string): readonly Drawn<ListenerRule>[] {
  return sides
    .all("rules", ({ rules }) => rules)
    .filter(({ now: { listener } }) => "address" in listener && listener.address === address)
    .sort(compareRules);
}

function describeScheme({ internal, ipAddressType }: LoadBalancer): string {
  const scheme = isUnknown(internal)
    ? `internal or internet-facing (${internal.unknown})`
    : internal
      ? "internal"
      : "internet-facing";
  return `${scheme}, ${describeText(ipAddressType)}`;
}

function describeGuards({ securityGroups }: LoadBalancer, names: Names): string {
  const texts = names.toAll(securityGroups);
  return texts.length === 0 ? "" : `security group${texts.length === 1 ? "" : "s"} ${texts.join(", ")}`;
}

/** Names that certificates are for; what a certificate is called where its names are not declared here. */
function describeCertificates({ certificates, sslPolicy }: Listener, names: Names): string {
  if (sslPolicy === undefined) return "";
  const texts = certificates.map(({ certificate, names: domains }) =>
    isUnknown(domains) || domains.length === 0 ? names.to(certificate) : domains.join(", "),
  );
  return texts.length === 0 ? "no certificate" : `certificate ${texts.join("; ")}`;
}
