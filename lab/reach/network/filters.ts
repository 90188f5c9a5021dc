import { isUnknown, type Link } from "../../topology";
import { type End, subnetsOf } from "../ends/ends";
import type { Ground } from "../ground";
import { EVERYWHERE, type Family, ofFamily } from "../sets/addresses";
import { type Intervals, intersect, isEmpty } from "../sets/intervals";
import { intersectRegions, type Region, subtractRegions } from "../sets/regions";
import { EPHEMERAL, renderServices, servicesOf } from "../sets/services";
import { keyOf } from "../values";
import { allOf, type Step } from "../verdict";
import { filterOf } from "./network-acls";

/** Traffic that passes the network ACLs of an end: its own request, or the answer that comes back. */
interface Passing {
  readonly end: End;
  readonly direction: "ingress" | "egress";
  /** Addresses at the other end; `undefined`: nobody can say which. */
  readonly others: Intervals | undefined;
  readonly services: Intervals;
  readonly family: Family;
  readonly isAnswer?: boolean;
}

/** Whether the network ACLs of the subnets of an end let traffic through; they know nothing of connections. */
export function filterStep(ground: Ground, passing: Passing): Step {
  const { end, direction, isAnswer } = passing;
  const steps = subnetsOf(end).map((subnet) => filterAt(ground, subnet, passing));
  const verdict = steps.length === 0 ? "yes" : allOf(steps.map((step) => step.verdict));
  const telling = steps.find((step) => step.verdict !== "yes");
  const by = [...new Set(steps.flatMap((step) => step.by))];
  const what = `${direction} of the network ACLs of ${end.address}${isAnswer ? " for answers" : ""}`;
  return {
    verdict,
    at: what,
    by,
    ...(verdict !== "yes" && telling?.why !== undefined && { why: telling.why }),
  };
}

function filterAt(ground: Ground, subnet: Link, passing: Passing): Omit<Step, "at"> {
  const { direction, family } = passing;
  const { acl, allowed } = filterOf(ground, subnet, direction);
  if (isUnknown(allowed)) return { verdict: "unknown", by: [], why: allowed.unknown };
  const by = acl === undefined ? [] : [acl];
  const services = passing.isAnswer ? answersTo(passing.services) : passing.services;
  const addresses = ofFamily(passing.others ?? EVERYWHERE, family);
  const asked: readonly Region[] = isEmpty(services) || isEmpty(addresses) ? [] : [{ addresses, services }];
  const left = subtractRegions(asked, allowed);
  if (left.length === 0) return { verdict: "yes", by };
  const [missing] = left;
  const what = passing.isAnswer ? "answers on " : "";
  const why = `${acl} denies ${what}${renderServices(missing?.services ?? [])} in ${keyOf(subnet)}`;
  const isShut = intersectRegions(asked, allowed).length === 0;
  if (isShut) return { verdict: "no", by, why };
  return { verdict: passing.others === undefined ? "unknown" : "some", by, why };
}

/** Where answers go: to the ports that clients take, where there are ports. */
function answersTo(services: Intervals): Intervals {
  return [6, 17].flatMap((protocol) => {
    const all = servicesOf(protocol, 0, 65_535);
    return isEmpty(intersect(services, all)) ? [] : servicesOf(protocol, EPHEMERAL.from, EPHEMERAL.to);
  });
}
