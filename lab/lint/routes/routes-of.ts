import { isUnknown, type Listener, type LoadBalancer } from "../../topology";
import type { Subject } from "../subject";
import { known } from "../values";
import { ListenerRoutes } from "./listener-routes";
import { type RequestSpace, RequestSpaces } from "./request-space";

interface Made {
  /** One for each load balancer, as redirects lead from one of its listeners to another. */
  readonly spaces: Map<LoadBalancer | undefined, RequestSpace>;
  readonly maker: RequestSpaces;
  readonly routes: Map<Listener, ListenerRoutes>;
}

const made = new WeakMap<Subject, Made>();

/** The routes of a listener, which several defects ask about. */
export function routesOf(subject: Subject, listener: Listener): ListenerRoutes {
  const { spaces, maker, routes } = madeFor(subject);
  const lb = subject.loadBalancerOf(listener);
  const ipv4 = lb !== undefined && known(lb.ipAddressType) === "ipv4";
  const space = spaces.get(lb) ?? maker.make({ ipv4 });
  spaces.set(lb, space);
  const found = routes.get(listener) ?? new ListenerRoutes(space, listener, subject.rulesOf(listener));
  routes.set(listener, found);
  return found;
}

function madeFor(subject: Subject): Made {
  const known = made.get(subject);
  if (known !== undefined) return known;
  const fresh = { spaces: new Map(), maker: new RequestSpaces(), routes: new Map() };
  made.set(subject, fresh);
  return fresh;
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
