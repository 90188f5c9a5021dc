import {
  type Answer,
  nameIn,
  obstacleIn,
  type Question,
  renderAddresses,
  renderServices,
  type Step,
  type Surplus,
  type Wanted,
  type Way,
} from "../reach";
import { counted, isUnknown, listed, type Topology } from "../topology";

/** What is asked, such as `from the internet to alb on tcp 443`; of two places only those that are given. */
export function describeTraffic({ from, to, family, ...about }: Partial<Question>): string {
  const { port, protocol = "tcp" } = about;
  const ports = port === undefined ? allPortsOf(protocol) : `${protocol} ${[port].flat().join("-")}`;
  const places = [
    ...(from === undefined ? [] : [`from ${placed(from)}`]),
    ...(to === undefined ? [] : [`to ${placed(to)}`]),
  ];
  const over = family === undefined ? [] : ["over", family === "ipv4" ? "IPv4" : "IPv6"];
  return [...places, "on", ports, ...over].join(" ");
}

function allPortsOf(protocol: string): string {
  return ["tcp", "udp"].includes(protocol.toLowerCase()) ? `all ${protocol} ports` : protocol;
}

function placed(name: string): string {
  return name === "internet" ? "the internet" : name;
}

/** How traffic gets there, or what is in the way of the first that does not. */
export function describeAnswer({ verdict, ways }: Answer): string {
  const [first, ...others] = ways;
  if (first === undefined) return "there is no way";
  if (verdict === "yes") {
    const more = others.length === 0 ? "" : `, and so for ${counted(others.length, "other pair")}`;
    return `${describeWay(first)}${more}`;
  }
  const open = ways.filter((way) => way.verdict === "yes");
  const elsewhere =
    open.length === 0
      ? ""
      : `; open are ${listed(open.map(({ from, to }) => `${from} to ${to}`).slice(0, 5))}`;
  return `${describeWay(first)}${elsewhere}`;
}

function describeWay({ from, to, family, steps }: Way): string {
  const obstacle = obstacleIn(steps);
  const over = family === "ipv4" ? "IPv4" : "IPv6";
  if (obstacle === undefined) {
    const by = [...new Set(steps.flatMap((step) => step.by))];
    return `${from} reaches ${to} over ${over}${by.length === 0 ? "" : ` by ${listed(by)}`}`;
  }
  return `${from} to ${to}: ${lead(obstacle)}${obstacle.why ?? obstacle.at}`;
}

function lead({ verdict }: Step): string {
  return verdict === "some" ? "only a part gets through: " : verdict === "unknown" ? "nobody can say: " : "";
}

/** Every rule that opens too much: the first in full, others by their addresses. */
export function describeSurplus(topology: Topology, surplus: readonly Surplus[]): string | undefined {
  const [first] = surplus;
  if (first === undefined) return undefined;
  const alike = surplus.filter((one) => one.rule === first.rule && one.direction === first.direction);
  const places = [...new Set(alike.map(({ at }) => nameIn(topology, at)))];
  const rest = [...new Set(surplus.map(({ rule }) => rule))].filter((rule) => rule !== first.rule);
  const more =
    rest.length === 0 ? "" : `\nso ${rest.length === 1 ? "does" : "do"} ${listed(rest.slice(0, 10))}`;
  return `${describeOpening(first, places)}; ${describeEffect(first)}${more}`;
}

function describeOpening({ rule, direction, extra }: Surplus, places: readonly string[]): string {
  const services = renderServices(extra.services);
  const at = listed(places.length > 4 ? [...places.slice(0, 3), counted(places.length - 3, "more")] : places);
  if (extra.unknown !== undefined) return `${rule} may open more of ${at}`;
  const peer = peerOf(extra);
  return direction === "ingress"
    ? `${rule} opens ${services} of ${at} to ${peer}`
    : `${rule} lets ${at} out to ${services} of ${peer}`;
}

/** The part that is too much; as the rule says it where that is all of it. */
function peerOf({ grant: { peer }, addresses }: Surplus["extra"]): string {
  if (isUnknown(peer)) return "somebody";
  if (!("addresses" in peer)) return "group" in peer ? `whatever has ${peer.text}` : peer.text;
  const blocks = renderAddresses(addresses ?? peer.addresses);
  if (blocks.length > 3 || blocks.join() === peer.text)
    return blocks.length > 3 ? `more of ${peer.text}` : peer.text;
  return listed(blocks);
}

function describeEffect({ effect: { verdict, why } }: Surplus): string {
  if (verdict === "yes" || verdict === "some") return "as things are, it gets through";
  if (verdict === "unknown")
    return `whether it gets through is not known${why === undefined ? "" : `: ${why}`}`;
  return `nothing gets through yet${why === undefined ? "" : `: ${why}`}`;
}

/** What is wanted and does not get through. */
export function describeShut(
  shut: readonly { readonly wanted: Wanted; readonly answer: Answer }[],
): readonly string[] {
  return shut.map(
    ({ wanted, answer }) => `nothing gets ${describeTraffic(wanted)}: ${describeAnswer(answer)}`,
  );
}
