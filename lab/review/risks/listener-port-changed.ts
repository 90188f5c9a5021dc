import { isUnknown, type Listener, listed } from "../../topology";
import type { Comparison } from "../comparison";
import { hasStandingBalancer, isSameLink, nameOfEntrance } from "../listeners/standing-listeners";
import type { Hazard, Risk } from "../risk";

/** Clients go on coming to the old port, or speak the old protocol. */
export const listenerPortChanged: Risk = {
  id: "listener-port-changed",
  level: "drops-traffic",
  facts: ["R1", "G22"],
  rank: 10,
  *find(comparison) {
    for (const { before, after } of comparison.pairs("listeners")) {
      if (comparison.isReplaced(before) || !hasStandingBalancer(comparison, before)) continue;
      const values = [before.port, after.port, before.protocol, after.protocol];
      if (values.some(isUnknown) || !isSameLink(before.loadBalancer, after.loadBalancer)) continue;
      if (before.port === after.port && before.protocol === after.protocol) continue;
      const [was, is] = [
        nameOfEntrance(comparison, "before", before),
        nameOfEntrance(comparison, "after", after),
      ];
      const message = `changes the listener ${was} to ${is}`;
      yield { at: after, message, ...consequences(comparison, before, after) };
    }
  },
};

type Consequences = Pick<Hazard, "level" | "course" | "fix">;

function consequences(comparison: Comparison, before: Listener, after: Listener): Consequences {
  if (before.port === after.port) return otherProtocol(after);
  const heirs = comparison.after.topology.listeners.filter(
    (other) =>
      isSameLink(other.loadBalancer, before.loadBalancer) &&
      other.port === before.port &&
      comparison.kindOf(other) !== "nothing",
  );
  return heirs.length > 0 ? handedOver(before, heirs) : nobodyLeft(before, after);
}

function otherProtocol(after: Listener): Consequences {
  const isSecured = after.protocol === "HTTPS" || after.protocol === "TLS";
  return {
    course: [
      "Terraform changes the listener in place",
      isSecured
        ? "from then on plain requests to the port are answered 400: it expects TLS"
        : "from then on clients that begin with TLS get an error: the port speaks plain HTTP",
    ],
    fix: `leave this listener as it is, and add one for ${String(after.protocol)} at another port${isSecured ? "; let this one redirect to it" : ""}`,
  };
}

function nobodyLeft(before: Listener, after: Listener): Consequences {
  return {
    course: [
      "Terraform changes the listener in place",
      `from then on new connections to port ${before.port} fail: nothing listens there`,
      `only clients that ask for port ${after.port} get an answer, where the security groups admit them`,
    ],
    fix: `add a listener at port ${after.port} beside this one, and let this one redirect to it`,
  };
}

/** Terraform knows no order between the one that leaves a port and the one that takes it. */
function handedOver({ port }: Listener, heirs: readonly Listener[]): Consequences {
  const names = listed(heirs.map(({ address }) => address));
  return {
    level: "needs-care",
    course: [
      `Terraform sends this change and that of ${names} at the same time`,
      `where the port is not free yet, AWS refuses ${names} (DuplicateListener), and the apply ends with nothing at port ${port}, or with the old listener there`,
      "a second apply sets it right",
    ],
    fix: `leave this listener at port ${port} and change its actions; or free the port in a first change and take it in a second`,
  };
}
