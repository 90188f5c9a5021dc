import { isUnknown, type Link, type Listener } from "../topology";
import type { Subject } from "./subject";
import { known } from "./values";

/** Listeners of application load balancers, declared here. Where nobody knows the load balancer, HTTP tells. */
export function applicationListeners(subject: Subject): readonly Listener[] {
  return subject.topology.listeners.filter(
    (listener) => !subject.isLookedUp(listener) && isOfApplication(subject, listener),
  );
}

/** Those that are known to speak this protocol. */
export function listenersOver(subject: Subject, protocol: "HTTP" | "HTTPS"): readonly Listener[] {
  return applicationListeners(subject).filter((listener) => known(listener.protocol) === protocol);
}

export function isOfApplication(subject: Subject, listener: Listener): boolean {
  const type = subject.loadBalancerOf(listener)?.loadBalancerType ?? typeInArn(listener.loadBalancer);
  if (type !== undefined && !isUnknown(type)) return type === "application";
  return /^HTTPS?$/.test(known(listener.protocol) ?? "");
}

/** ARNs say it: `...:loadbalancer/app/...`, and those of listeners `...:listener/app/...`. */
export function typeInArn(link: Link): string | undefined {
  const part =
    "external" in link ? /:(?:loadbalancer|listener)\/(\w+)\//.exec(link.external)?.[1] : undefined;
  return part === "app" ? "application" : part;
}
