import type { Topology } from "../../topology";
import { NameError, type Party, partyOf } from "../ends/parties";
import type { Ground } from "../ground";
import { groundOf } from "../ground-of";
import type { Family } from "../sets/addresses";
import type { Intervals } from "../sets/intervals";
import { EVERYTHING, hasPorts, isIcmp, protocolNumber, servicesOf } from "../sets/services";
import { allOf, bestOf, type Verdict } from "../verdict";
import { isEnd, type Place, type Way, wayBetween } from "./way";

/** A port, or the first and the last of a range. */
export type Ports = number | readonly [number, number];

export interface Question {
  /** `internet`, a CIDR block, or the name, address or id of something in the topology. */
  readonly from: string;
  readonly to: string;
  /** Port at `to`, or a range, which is asked for as a whole. All ports where none is given. */
  readonly port?: Ports;
  /** `tcp` (default), `udp`, `icmp`, a number, or `all`. */
  readonly protocol?: string;
  /** Either one where none is given. */
  readonly family?: Family;
}

/** What a topology says to a question: yes or no only where it holds for everybody that is asked about. */
export interface Answer {
  readonly verdict: Verdict;
  /** The better family for each pair of places, those first that are not open. */
  readonly ways: readonly Way[];
}

/** Whether traffic gets from one place to another. @throws NameError for a name that means nothing here */
export function ask(topology: Topology, question: Question): Answer {
  const ground = groundOf(topology);
  const services = askedServices(question);
  const from = placesOf(partyOf(ground, question.from));
  const to = placesOf(partyOf(ground, question.to));
  const pairs = from.flatMap((one) =>
    to.filter((other) => isAskable(one, other)).map((other) => [one, other] as const),
  );
  if (pairs.length === 0)
    throw new NameError(
      `"${question.from}" and "${question.to}" are not two places of which one is in the topology`,
    );
  const ways = pairs.map(([one, other]) => bestWay(ground, one, other, services, question.family));
  const verdict = allOf(ways.map((way) => way.verdict));
  const order = (way: Way) => ["no", "unknown", "some", "yes"].indexOf(way.verdict);
  return { verdict, ways: [...ways].sort((one, other) => order(one) - order(other)) };
}

export function placesOf(party: Party): readonly Place[] {
  if (party.kind === "ends") return party.ends;
  if (party.kind === "prefix list") throw new NameError(`what is in ${party.text} is not declared here`);
  return [{ text: party.text, addresses: party.addresses }];
}

/** A lone server does not send to itself over the network. */
function isAskable(one: Place, other: Place): boolean {
  if (!isEnd(one) || !isEnd(other)) return isEnd(one) || isEnd(other);
  return one !== other || one.isMany;
}

function bestWay(
  ground: Ground,
  from: Place,
  to: Place,
  services: Intervals,
  family: Family | undefined,
): Way {
  const families: readonly Family[] = family === undefined ? ["ipv4", "ipv6"] : [family];
  const ways = families.map((each) => wayBetween(ground, from, to, services, each));
  const best = bestOf(ways.map(({ verdict }) => verdict));
  return ways.find(({ verdict }) => verdict === best) ?? (ways[0] as Way);
}

/** @throws RangeError for a protocol or ports that there are not */
export function askedServices({ port, protocol = "tcp" }: Pick<Question, "port" | "protocol">): Intervals {
  const number = protocolNumber(protocol);
  if (number === undefined)
    throw new RangeError(`protocol must be a name or number of one, got "${protocol}"`);
  if (number === -1 && port === undefined) return EVERYTHING;
  if (port === undefined) return servicesOf(number, isIcmp(number) ? -1 : 0, isIcmp(number) ? -1 : 65_535);
  const [first, last] = typeof port === "number" ? [port, port] : port;
  const isRange =
    [first, last].every((one) => Number.isInteger(one) && one >= 0 && one <= 65_535) && first <= last;
  if (!isRange || !hasPorts(number))
    throw new RangeError(`port must be 0-65535, of tcp or udp, got ${JSON.stringify(port)} of ${protocol}`);
  return servicesOf(number, first, last);
}
