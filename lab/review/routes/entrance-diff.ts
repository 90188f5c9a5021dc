import type { RequestSpaces } from "../../lint";
import { describeText, isUnknown, type Listener, labelOf } from "../../topology";
import type { ActionPlace } from "./answer-of";
import { differingCells } from "./differing-cells";
import { type Door, type Entrance, isKnown } from "./entrance";
import type { Scheme } from "./example";
import { PairJudge } from "./pair-judge";
import type { Region } from "./region";
import { regionsOf } from "./regions-of";
import { Side } from "./side";

/** Requests as clients make them come to one port of a load balancer. */
export interface EntranceDiff {
  /** Address of the load balancer, after where it is there, else before; of one that is declared elsewhere its ARN. */
  readonly loadBalancer: string;
  /** For people: `HTTP 80 of shop`. */
  readonly at: string;
  /** Addresses of the listener, or its ARN where it is declared elsewhere; absent where nothing listens. */
  readonly listener: { readonly before?: string; readonly after?: string };
  /** No request is in two of them. */
  readonly regions: readonly Region[];
  /** What cannot be told and why, a line each, such as `aws_lb_listener_rule.api: conditions are unknown (...)`. */
  readonly unsure: readonly string[];
}

type Places = Readonly<Record<"before" | "after", Omit<ActionPlace, "port" | "protocol">>>;

/** What is different at one entrance; undefined: nothing, for certain. */
export function entranceDiff(
  entrance: Entrance,
  places: Places,
  spaces: RequestSpaces,
): EntranceDiff | undefined {
  const { before, after } = entrance;
  const door = (after ?? before) as Door;
  const listener = {
    ...(before && { before: before.listener.address }),
    ...(after && { after: after.listener.address }),
  };
  const compared = compare(entrance, places, spaces);
  const unsure = [...compared.unsure];
  if (compared.regions.length === 0 && unsure.length === 0) return undefined;
  if (before?.isShared || after?.isShared)
    unsure.push(`${door.listener.address}: rules of it that are declared elsewhere are not seen`);
  return { loadBalancer: door.owner, at: placeOf(door), listener, regions: compared.regions, unsure };
}

interface Compared {
  readonly regions: readonly Region[];
  readonly unsure: readonly string[];
}

function compare({ before, after }: Entrance, places: Places, spaces: RequestSpaces): Compared {
  const space = spaces.make({
    ipv4: [before, after].every((door) => door === undefined || isIpv4(door)),
  });
  const sides = {
    before: new Side(before?.listener, before?.rules ?? [], places.before, space),
    after: new Side(after?.listener, after?.rules ?? [], places.after, space),
  };
  const obstacle = obstacleTo(before, after);
  if (obstacle !== undefined) return { regions: [], unsure: [obstacle] };
  const scheme = schemeOf(((after ?? before) as Door).listener);
  const asked = scheme ?? { protocol: "http", port: 80 };
  const judge = new PairJudge(space, sides.before, sides.after, asked);
  const cells = differingCells(sides, judge, space, asked);
  const regions = cells.length === 0 ? [] : regionsOf(cells, sides, space, scheme !== undefined);
  return { regions, unsure: judge.unsure };
}

/** Why two listeners cannot be compared. */
function obstacleTo(before: Door | undefined, after: Door | undefined): string | undefined {
  const doors = [before, after].filter((door) => door !== undefined);
  const isSameElsewhere = doors.length === 2 && doors.every(({ isShared }) => isShared);
  const unknown = doors.find((door) => !isKnown(door));
  if (unknown === undefined || isSameElsewhere) return undefined;
  if (before && after && sameDoor(before, after)) return undefined;
  const { address, port, protocol, instances } = unknown.listener;
  if (instances !== undefined) return `${address}: how many there are is unknown (${instances.unknown})`;
  if (isUnknown(port)) return `${address}: its port is unknown (${port.unknown})`;
  return `${address}: its protocol is unknown${isUnknown(protocol) ? ` (${protocol.unknown})` : ""}`;
}

/** Whether two listeners say the same of where they are, known or not. */
function sameDoor({ listener: one }: Door, { listener: other }: Door): boolean {
  const place = ({ port, protocol, instances, loadBalancer }: Listener) =>
    JSON.stringify([port, protocol, instances, loadBalancer]);
  return place(one) === place(other);
}

function isIpv4({ loadBalancer }: Door): boolean {
  return loadBalancer?.ipAddressType === "ipv4";
}

function schemeOf({ port, protocol }: Listener): Scheme | undefined {
  if (isUnknown(port) || isUnknown(protocol)) return undefined;
  return { protocol: protocol === "HTTPS" ? "https" : "http", port };
}

function placeOf({ listener: { port, protocol }, loadBalancer, owner }: Door): string {
  const name = loadBalancer === undefined ? owner : labelOf(loadBalancer);
  if (isUnknown(port) && isUnknown(protocol)) return `the listener ${name}`;
  return `${describeText(protocol)} ${describeText(port)} of ${name}`;
}
