import { type Interval, type Intervals, isEmpty, unite } from "./intervals";

/** Each protocol has as many numbers: ports for TCP and UDP, type times 256 plus code for ICMP. */
const EACH = 65_536n;

/** Every protocol and port. */
export const EVERYTHING: Intervals = [{ first: 0n, last: 256n * EACH - 1n }];

/** Ports that the client's end of a connection may have. */
export const EPHEMERAL = { from: 1024, to: 65_535 };

const NUMBERS: Readonly<Record<string, number>> = {
  icmp: 1,
  igmp: 2,
  tcp: 6,
  udp: 17,
  gre: 47,
  esp: 50,
  ah: 51,
  icmpv6: 58,
  sctp: 132,
};

const NAMES = new Map(Object.entries(NUMBERS).map(([name, number]) => [number, name]));

/** Number of a protocol by its name or number, `-1` for all; `undefined`: no such protocol is known. */
export function protocolNumber(text: string): number | undefined {
  const name = text.toLowerCase();
  if (name === "-1" || name === "all") return -1;
  const number = /^\d{1,3}$/.test(name) ? Number(name) : NUMBERS[name];
  return number !== undefined && number <= 255 ? number : undefined;
}

export function hasPorts(protocol: number): boolean {
  return protocol === 6 || protocol === 17;
}

/** Whether it has types and codes in the place of ports. */
export function isIcmp(protocol: number): boolean {
  return protocol === 1 || protocol === 58;
}

/**
 * What a rule with this protocol means: `from` and `to` are ports for TCP and UDP, type and code for ICMP (`-1`: any),
 * and count for nothing else.
 */
export function servicesOf(protocol: number, from: number, to: number): Intervals {
  if (protocol === -1) return EVERYTHING;
  if (hasPorts(protocol)) return within(protocol, Math.max(from, 0), Math.min(to, 65_535));
  if (!isIcmp(protocol) || from < 0) return within(protocol, 0, 65_535);
  return to < 0
    ? within(protocol, from * 256, from * 256 + 255)
    : within(protocol, from * 256 + to, from * 256 + to);
}

function within(protocol: number, first: number, last: number): Intervals {
  if (first > last) return [];
  const start = BigInt(protocol) * EACH;
  return [{ first: start + BigInt(first), last: start + BigInt(last) }];
}

/** One protocol and a range of its ports. */
export interface Service {
  /** Such as `tcp`, or `-1` for all. */
  readonly protocol: string;
  readonly fromPort: number;
  readonly toPort: number;
}

/** A set as ranges, each of one protocol; whole protocols that follow each other are one of `-1` where all are meant. */
export function serviceRanges(services: Intervals): readonly Service[] {
  return services.flatMap(rangesOf);
}

function rangesOf({ first, last }: Interval): readonly Service[] {
  if (first === 0n && last === 256n * EACH - 1n) return [{ protocol: "-1", fromPort: 0, toPort: 65_535 }];
  const found: Service[] = [];
  for (let at = first; at <= last; ) {
    const number = at / EACH;
    const end = (number + 1n) * EACH - 1n;
    const stop = end < last ? end : last;
    const protocol = NAMES.get(Number(number)) ?? String(number);
    found.push({ protocol, fromPort: Number(at % EACH), toPort: Number(stop % EACH) });
    at = stop + 1n;
  }
  return found;
}

/** As a person says it, such as `tcp 443`, `tcp 80 and 3000-3010`, `all traffic`; only the first few of many. */
export function renderServices(services: Intervals): string {
  if (isEmpty(services)) return "nothing";
  const ranges = serviceRanges(unite(services));
  const preferred = [...ranges].sort((one, other) => rank(one) - rank(other));
  const shown = preferred.slice(0, 3).map(renderService).join(", ");
  return preferred.length > 3 ? `${shown} and more` : shown;
}

function rank({ protocol }: Service): number {
  const place = ["-1", "tcp", "udp"].indexOf(protocol);
  return place < 0 ? 3 : place;
}

function renderService({ protocol, fromPort, toPort }: Service): string {
  if (protocol === "-1") return "all traffic";
  const isWhole = fromPort === 0 && toPort === 65_535;
  const name = /^\d+$/.test(protocol) ? `protocol ${protocol}` : protocol;
  if (isWhole) return protocol === "tcp" || protocol === "udp" ? `all ${name} ports` : name;
  if (protocol === "icmp" || protocol === "icmpv6") return `${name} type ${Math.floor(fromPort / 256)}`;
  return fromPort === toPort ? `${name} ${fromPort}` : `${name} ${fromPort}-${toPort}`;
}
