import {
  comparePorts,
  describeText,
  describeUnknown,
  isUnknown,
  type Knowable,
  type Labels,
  type Listener,
  type LoadBalancer,
  placeOf,
  type Topology,
} from "../../../lab/topology";
import { beside, hanging, listed, type Page } from "../text";
import { renderHeading } from "./heading";
import { renderRules } from "./rules";

/** Every load balancer with its listeners and their rules, and those that no load balancer or listener is known for. */
export function renderLoadBalancers(topology: Topology, labels: Labels, page: Page): string[][] {
  const { loadBalancers, listeners, rules } = topology;
  const isLoose = (link: object, elements: readonly { readonly address: string }[]) =>
    !elements.some(({ address }) => "address" in link && link.address === address);
  const looseListeners = listeners.filter(({ loadBalancer }) => isLoose(loadBalancer, loadBalancers));
  const looseRules = rules.filter(({ listener }) => isLoose(listener, listeners));
  return [
    ...loadBalancers.flatMap((lb) => [
      renderLoadBalancer(lb, labels, page),
      ...listeners
        .filter(({ loadBalancer }) => "address" in loadBalancer && loadBalancer.address === lb.address)
        .sort(comparePorts)
        .map((listener) => renderListener(listener, topology, labels, page)),
    ]),
    ...(looseListeners.length > 0 ? [[page.colors.bold("Listeners of another load balancer")]] : []),
    ...looseListeners.map((listener) => renderListener(listener, topology, labels, page)),
    ...(looseRules.length > 0
      ? [[page.colors.bold("Rules of another listener"), ...renderRules(looseRules, undefined, labels, page)]]
      : []),
  ];
}

function renderLoadBalancer(lb: LoadBalancer, labels: Labels, page: Page): string[] {
  const facts = [
    ...(lb.loadBalancerType === "application" ? [] : [`of type ${describeText(lb.loadBalancerType)}`]),
    describeScheme(lb.internal),
    describeText(lb.ipAddressType),
    `in ${listed(isUnknown(lb.zones) ? [describeUnknown(lb.zones)] : lb.zones.map(describeText))}`,
  ];
  const guards = labels.toAll(lb.securityGroups);
  return [
    ...renderHeading("Load balancer", lb, page),
    ...hanging("  ", facts.join(", "), page.width),
    ...(guards.length === 0
      ? []
      : hanging("  ", `security group${guards.length === 1 ? "" : "s"} ${listed(guards)}`, page.width)),
  ];
}

function describeScheme(internal: Knowable<boolean>): string {
  if (isUnknown(internal)) return `internal or not ${describeUnknown(internal)}`;
  return internal ? "internal" : "internet-facing";
}

function renderListener(listener: Listener, { rules }: Topology, labels: Labels, page: Page): string[] {
  const { colors, width } = page;
  const own = rules.filter(
    (rule) => "address" in rule.listener && rule.listener.address === listener.address,
  );
  const title = `${describeText(listener.protocol)} ${describeText(listener.port)}`;
  return [
    ...beside([`  ${colors.bold(title)}`], colors.dim(placeOf(listener)), width, 4),
    ...renderTls(listener, labels, width),
    ...renderRules(own, listener.defaultActions, labels, page),
  ];
}

function renderTls({ certificates, sslPolicy }: Listener, labels: Labels, width: number): string[] {
  if (sslPolicy === undefined) return [];
  const names = certificates.map(({ certificate, names }) =>
    isUnknown(names) || names.length === 0 ? labels.to(certificate) : listed(names),
  );
  const held =
    names.length === 0 ? "no certificate" : `certificate${names.length === 1 ? "" : "s"} ${names.join("; ")}`;
  return hanging("    ", `${held}, policy ${describeText(sslPolicy)}`, width);
}
