import { isUnknown, type Topology } from "../../topology";
import type { End } from "../ends/ends";
import { groupParty, nameOfEnd } from "../ends/parties";
import type { Ground } from "../ground";
import { groundOf } from "../ground-of";
import { mayHaveFamily } from "../network/public-address";
import { vpcAddresses, vpcOf } from "../network/subnets";
import { opened } from "../rules/admission";
import { type Doubt, doubtsIn } from "../rules/doubts";
import { type Direction, type Grant, grantsOf } from "../rules/grants";
import { type Family, INTERNET, ofFamily, renderAddresses } from "../sets/addresses";
import { type Intervals, intersect, isEmpty, subtract } from "../sets/intervals";
import { type Service, serviceRanges } from "../sets/services";
import type { Step, Verdict } from "../verdict";
import { isEnd, type Place, peeringOf, wayBetween } from "./way";

/** Who is at one end of a flow. */
export type FlowEnd =
  | { readonly kind: "internet"; readonly blocks: readonly string[] }
  | { readonly kind: "addresses"; readonly blocks: readonly string[] }
  | { readonly kind: End["kind"]; readonly address: string; readonly name: string };

/** Traffic that rules open, and whether it gets through. */
export interface Flow {
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  readonly family: Family;
  readonly services: readonly Service[];
  /** Addresses of the rules that open it: at the one end, at the other, or at both. */
  readonly egress?: string;
  readonly ingress?: string;
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
}

/** Everything that some rule opens, at least at one end. */
export interface Reach {
  readonly ends: readonly End[];
  /** In the order of the ends; what nobody can say which ports or whom it is for is left to `doubts`. */
  readonly flows: readonly Flow[];
  /** Rules of which not all is known, each once. */
  readonly doubts: readonly Doubt[];
}

const FAMILIES: readonly Family[] = ["ipv4", "ipv6"];

/** Who can talk with whom, on which ports, by which rules. */
export function reachOf(topology: Topology): Reach {
  const ground = groundOf(topology);
  const { ends } = ground;
  const flows = ends.flatMap((end) => [
    ...outsideFlows(ground, end, "ingress"),
    ...outsideFlows(ground, end, "egress"),
    ...ends.flatMap((other) => (other !== end || end.isMany ? insideFlows(ground, other, end) : [])),
  ]);
  return { ends, flows, doubts: doubtsIn(ground) };
}

/** Flows with addresses, and with groups that nothing here has. */
function outsideFlows(ground: Ground, end: End, direction: Direction): readonly Flow[] {
  return grantsOf(ground, end, direction).flatMap((grant) => {
    const { peer, services } = grant;
    if (isUnknown(services) || isUnknown(peer)) return [];
    return placesOf(ground, end, peer).flatMap((place) =>
      FAMILIES.flatMap((family) => flowWith(ground, end, place, services, family, direction, grant.rule)),
    );
  });
}

function placesOf(
  ground: Ground,
  end: End,
  peer: Exclude<Grant["peer"], { unknown: string }>,
): readonly Place[] {
  if ("prefixList" in peer) return [];
  if ("group" in peer) {
    const { kind, ...party } = groupParty(ground, peer.group, peer.text);
    return kind === "ends" && "ends" in party
      ? party.ends.filter((one) => one.kind === "security group")
      : [];
  }
  const near = vpcAddresses(ground, vpcOf(ground, end)) ?? [];
  const inside = intersect(peer.addresses, near);
  const world = subtract(intersect(peer.addresses, INTERNET), near);
  const rest = subtract(subtract(peer.addresses, near), INTERNET);
  const isRest = !isEmpty(world);
  return [
    { text: peer.text, addresses: inside },
    { text: peer.text, addresses: rest, isRest },
    { text: peer.text, addresses: world },
  ].filter(({ addresses }) => !isEmpty(addresses));
}

function flowWith(
  ground: Ground,
  end: End,
  place: Place,
  services: Intervals,
  family: Family,
  direction: Direction,
  rule: string,
): readonly Flow[] {
  if (!isEnd(place) && isEmpty(ofFamily(place.addresses, family))) return [];
  const [from, to] = direction === "ingress" ? [place, end] : [end, place];
  const flow = flowOf(ground, from, to, services, family, { [direction]: rule });
  // private networks that are not joined go without saying where a rule is for everybody
  const isIdle = flow.verdict === "no" && "isRest" in place && place.isRest;
  return isIdle ? [] : [flow];
}

/** Flows between two ends here: every pair of rules that fits, and rules whose other end is shut. */
function insideFlows(ground: Ground, from: End, to: End): readonly Flow[] {
  const families = FAMILIES.filter((family) => [from, to].every((end) => mayHaveFamily(ground, end, family)));
  return families.flatMap((family) => {
    const out = grantsFor(ground, from, "egress", to, family);
    const back = grantsFor(ground, to, "ingress", from, family);
    const pairs = out.flatMap((egress) =>
      back.flatMap((ingress) => {
        const services = intersect(egress.services, ingress.services);
        const rules = { egress: egress.rule, ingress: ingress.rule };
        return isEmpty(services) ? [] : [flowOf(ground, from, to, services, family, rules)];
      }),
    );
    const half = back.flatMap((ingress) => {
      const services = subtractAll(ingress.services, out);
      if (isEmpty(services) || !ingress.isByGroup) return [];
      return [flowOf(ground, from, to, services, family, { ingress: ingress.rule })];
    });
    return [...pairs, ...half];
  });
}

interface Fitting {
  readonly rule: string;
  readonly services: Intervals;
  readonly isByGroup: boolean;
}

function grantsFor(
  ground: Ground,
  end: End,
  direction: Direction,
  other: End,
  family: Family,
): readonly Fitting[] {
  const peering = peeringOf(ground, other, family);
  return grantsOf(ground, end, direction).flatMap((grant) => {
    const what = opened(ground, grant, peering);
    if (what === "nothing" || isUnknown(what)) return [];
    const isByGroup = !isUnknown(grant.peer) && "group" in grant.peer;
    const isMeant =
      isByGroup || !isEmpty(intersect(ofFamily(what.addresses, family), peering.addresses ?? []));
    return isMeant ? [{ rule: grant.rule, services: what.services, isByGroup }] : [];
  });
}

function subtractAll(services: Intervals, fitting: readonly Fitting[]): Intervals {
  return fitting.reduce((left, one) => subtract(left, one.services), services);
}

function flowOf(
  ground: Ground,
  from: Place,
  to: Place,
  services: Intervals,
  family: Family,
  rules: Pick<Flow, "egress" | "ingress">,
): Flow {
  const { verdict, steps } = wayBetween(ground, from, to, services, family);
  const ends = { from: flowEnd(ground, from, family), to: flowEnd(ground, to, family) };
  return { ...ends, family, services: serviceRanges(services), ...rules, verdict, steps };
}

function flowEnd(ground: Ground, place: Place, family: Family): FlowEnd {
  if (isEnd(place)) return { kind: place.kind, address: place.address, name: nameOfEnd(ground, place) };
  const addresses = ofFamily(place.addresses, family);
  const isPublic = isEmpty(subtract(addresses, INTERNET));
  return { kind: isPublic ? "internet" : "addresses", blocks: renderAddresses(addresses) };
}
