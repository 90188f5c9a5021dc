import {
  allSides,
  ask,
  type Direction,
  type Family,
  judgeOnly,
  NameError,
  type OnlyAnswer,
  type Ports,
  type Side,
  sidesOf,
  type Wanted,
} from "../reach";
import { listed, type Topology } from "../topology";
import { CannotJudge } from "./cannot-judge";
import type { Judgement } from "./judgement";
import { describeAnswer, describeShut, describeSurplus, describeTraffic } from "./reachability-words";
import { type InputOptions, type Received, readReceived } from "./received/read-received";
import { assertKeys, shown } from "./words";

/** A port, or the first and the last of a range, and the protocol; all ports of TCP where nothing is said. */
interface AtPort {
  readonly port?: Ports;
  /** @default "tcp" */
  readonly protocol?: string;
}

/**
 * Traffic from one place to another. A place is `internet`, a CIDR block, or what people call a load balancer, a server,
 * a target group (its targets), a security group, a subnet or a VPC; `servers` are all of them.
 */
export interface Traffic extends AtPort {
  readonly from: string;
  readonly to: string;
  /** Either one where it is not said. */
  readonly family?: Family;
}

export interface Source extends AtPort {
  readonly from: string;
}

export interface Sink extends AtPort {
  readonly to: string;
}

export interface ReachMatchers<R> {
  /**
   * Whether all of this traffic gets through: security groups of both ends, network ACLs there and back, routes,
   * gateways and public addresses. With `not`, that none of it does. What gets through in part, or nobody can say, fails
   * both ways.
   */
  toAllowTraffic(traffic: Traffic, options?: InputOptions): R;
  /**
   * Whether these sources reach a place, and its security groups and network ACLs let in nothing else. A rule that opens
   * more counts also while its other end is still shut. `internet` is everybody, over the families that the place has.
   */
  toBeReachableOnlyFrom(place: string, sources: readonly Source[], options?: InputOptions): R;
  /** Whether a place reaches these, and its security groups and network ACLs let it out to nothing else. */
  toReachOnly(place: string, sinks: readonly Sink[], options?: InputOptions): R;
  /** Whether all of this traffic gets through, and the rules of everything in the topology open nothing else. */
  toAllowOnly(traffic: readonly Omit<Traffic, "family">[], options?: InputOptions): R;
}

export function judgeAllowTraffic(given: unknown, traffic: Traffic, options: InputOptions = {}): Judgement {
  assertTraffic("toAllowTraffic", [traffic], ["from", "to", "port", "protocol", "family"]);
  const { name, topology } = openInput(given, options);
  const answer = answered("toAllowTraffic", () => ask(topology, traffic));
  const seen = describeAnswer(answer);
  if (answer.verdict === "some" || answer.verdict === "unknown")
    throw new CannotJudge(
      `whether ${name} allows traffic ${describeTraffic(traffic)} is no clear yes or no\n${seen}`,
    );
  const wanted = `allow traffic ${describeTraffic(traffic)}`;
  return { holds: answer.verdict === "yes", subject: name, wanted, seen };
}

export function judgeReachableOnlyFrom(
  given: unknown,
  place: string,
  sources: readonly Source[],
  options: InputOptions = {},
): Judgement {
  assertTraffic("toBeReachableOnlyFrom", sources, ["from", "port", "protocol"]);
  const wanted = sources.map((source) => ({ ...source, to: place }));
  const words = `be reachable ${sources.length === 0 ? "from nowhere" : `only ${enumerated(sources)}`}`;
  return judgeSide("toBeReachableOnlyFrom", given, place, "ingress", wanted, words, options);
}

export function judgeReachOnly(
  given: unknown,
  place: string,
  sinks: readonly Sink[],
  options: InputOptions = {},
): Judgement {
  assertTraffic("toReachOnly", sinks, ["to", "port", "protocol"]);
  const wanted = sinks.map((sink) => ({ ...sink, from: place }));
  const words = sinks.length === 0 ? "reach nothing" : `send only ${enumerated(sinks)}`;
  return judgeSide("toReachOnly", given, place, "egress", wanted, words, options);
}

export function judgeAllowOnly(
  given: unknown,
  traffic: readonly Omit<Traffic, "family">[],
  options: InputOptions = {},
): Judgement {
  assertTraffic("toAllowOnly", traffic, ["from", "to", "port", "protocol"]);
  const { name, topology } = openInput(given, options);
  const words = traffic.length === 0 ? "allow no traffic" : `allow only traffic ${enumerated(traffic)}`;
  return judgeSides("toAllowOnly", name, topology, () => allSides(topology), traffic, words);
}

function judgeSide(
  matcher: string,
  given: unknown,
  place: string,
  direction: Direction,
  wanted: readonly Wanted[],
  words: string,
  options: InputOptions,
): Judgement {
  const { topology } = openInput(given, options);
  return judgeSides(matcher, place, topology, () => sidesOf(topology, place, direction), wanted, words);
}

function judgeSides(
  matcher: string,
  subject: string,
  topology: Topology,
  sides: () => readonly Side[],
  wanted: readonly Wanted[],
  words: string,
): Judgement {
  const answer = answered(matcher, () => judgeOnly(topology, sides(), wanted));
  const certain = answer.surplus.filter(({ extra }) => extra.unknown === undefined);
  const lines = [describeSurplus(topology, certain), ...describeShut(answer.shut)].filter(
    (line) => line !== undefined,
  );
  if (lines.length === 0) assertCertain(subject, words, answer);
  return {
    holds: lines.length === 0,
    subject,
    wanted: words,
    seen: lines.length === 0 ? "nothing else is open" : lines.join("\n"),
  };
}

/** What may be open as well is no "only". @throws CannotJudge */
function assertCertain(subject: string, words: string, { surplus }: OnlyAnswer): void {
  const [doubt] = surplus;
  if (doubt === undefined) return;
  throw new CannotJudge(
    `whether ${subject} is to ${words} cannot be known\nsomething else may be open: ${doubt.extra.unknown}`,
  );
}

function openInput(given: unknown, options: InputOptions): Received {
  const received = readReceived(given, options);
  if (received.topology.resources.length > 0) return received;
  throw new CannotJudge(`${received.name}: must declare resources, got none; is it the right input?`);
}

function assertTraffic(matcher: string, traffic: readonly object[], keys: readonly string[]): void {
  if (!Array.isArray(traffic))
    throw new CannotJudge(`${matcher}: must be given a list, got ${shown(traffic)}`);
  for (const each of traffic) {
    if (typeof each !== "object" || each === null)
      throw new CannotJudge(`${matcher}: must be given traffic such as { port: 443 }, got ${shown(each)}`);
    assertKeys(each, keys, matcher);
    for (const key of ["from", "to"])
      if (keys.includes(key) && typeof (each as Record<string, unknown>)[key] !== "string")
        throw new CannotJudge(
          `${matcher}: must say ${key} where, got ${shown((each as Record<string, unknown>)[key])}`,
        );
  }
}

function enumerated(traffic: readonly Partial<Traffic>[]): string {
  return listed(traffic.map(describeTraffic));
}

/** Names and ports that mean nothing here are the test's mistake. @throws CannotJudge */
function answered<T>(matcher: string, question: () => T): T {
  try {
    return question();
  } catch (error) {
    if (error instanceof NameError || error instanceof RangeError)
      throw new CannotJudge(`${matcher}: ${error.message}`);
    throw error;
  }
}
