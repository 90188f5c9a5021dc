import { isUnknown, type Listener, type LoadBalancer } from "../../topology";
import type { Subject } from "../subject";
import { known } from "../values";
import { ListenerRoutes } from "./listener-routes";
import { RequestSpace } from "./request-space";

interface Made {
  /** One for each load balancer, as redirects lead from one of its listeners to another. */
  readonly spaces: Map<LoadBalancer | undefined, RequestSpace>;
  readonly routes: Map<Listener, ListenerRoutes>;
}

const made = new WeakMap<Subject, Made>();

/** The routes of a listener, which several defects ask about. */
export function routesOf(subject: Subject, listener: Listener): ListenerRoutes {
  const { spaces, routes } = made.get(subject) ?? { spaces: new Map(), routes: new Map() };
  made.set(subject, { spaces, routes });
  const lb = subject.loadBalancerOf(listener);
  const ipv4 = lb !== undefined && known(lb.ipAddressType) === "ipv4";
  const space = spaces.get(lb) ?? new RequestSpace({ ipv4 });
  spaces.set(lb, space);
  const found = routes.get(listener) ?? new ListenerRoutes(space, listener, subject.rulesOf(listener));
  routes.set(listener, found);
  return found;
}

/** Whether a rule may belong to any listener, so that nobody can tell what a request meets first. */
export function hasRulesOfUnknownPlace({ topology }: Subject): boolean {
  return topology.rules.some(({ listener }) => isUnknown(listener));
}

/** Those declared here, and those that are only looked up: rules of this input may be of them as well. */
export function listenersWithRules(subject: Subject): readonly Listener[] {
  const lookedUp = subject.topology.listeners.filter((listener) => {
    const lb = subject.loadBalancerOf(listener);
    return subject.isLookedUp(listener) && (lb === undefined || lb.loadBalancerType === "application");
  });
  return [...subject.listeners(), ...lookedUp];
}
