import { isUnknown, type Link, type Listener, type ListenerRule } from "../topology";
import type { Subject } from "./subject";
import { known } from "./values";

/**
 * Tells the listeners of rules apart; undefined where nobody can say which one it is. A listener that a data source
 * finds by load balancer and port is the one that is declared with them.
 */
export function listenerKey(subject: Subject, { listener: link }: ListenerRule): string | undefined {
  if (isUnknown(link)) return undefined;
  if ("external" in link) return link.external;
  const listener = subject.topology.listeners.find(({ address }) => address === link.address);
  if (listener === undefined || listener.instances !== undefined) return undefined;
  return subject.isLookedUp(listener) ? lookedUpKey(subject, listener) : link.address;
}

function lookedUpKey(subject: Subject, listener: Listener): string {
  const arn = subject.resource(listener.address)?.value("arn");
  if (typeof arn === "string" && arn !== "") return arn;
  const place = placeOf(listener);
  if (place === undefined) return listener.address;
  const declared = subject.topology.listeners.find(
    (other) => other.instances === undefined && !subject.isLookedUp(other) && placeOf(other) === place,
  );
  return declared?.address ?? place;
}

function placeOf({ loadBalancer, port }: Listener): string | undefined {
  const number = known(port);
  const lb = nameOf(loadBalancer);
  return number === undefined || lb === undefined ? undefined : `${lb} ${number}`;
}

function nameOf(link: Link): string | undefined {
  if (isUnknown(link)) return undefined;
  return "address" in link ? link.address : link.external;
}
