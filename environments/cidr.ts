/** An IPv4 network in CIDR form, as numbers. */
export interface Cidr {
  /** First address of the network, as an unsigned 32-bit number. */
  readonly network: number;
  /** Number of leading bits that name the network: 0 to 32. */
  readonly prefix: number;
  /** The network as text, host bits cleared. */
  readonly text: string;
}

/** Parses `10.0.0.0/16`. Host bits are cleared, so `text` differs from the input when there were any. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [first = 0, second = 0, third = 0, fourth = 0, prefix = 0] = match.slice(1).map(Number);
  if ([first, second, third, fourth].some((octet) => octet > 255) || prefix > 32) return undefined;
  const address = ((first * 256 + second) * 256 + third) * 256 + fourth;
  const network = address - (address % 2 ** (32 - prefix));
  return { network, prefix, text: `${dotted(network)}/${prefix}` };
}

/** True when every address of `inner` is an address of `outer`. */
export function isInside(inner: Cidr, outer: Cidr): boolean {
  const size = 2 ** (32 - outer.prefix);
  return inner.prefix >= outer.prefix && inner.network - (inner.network % size) === outer.network;
}

/** True for a network of RFC 1918 or 100.64.0.0/10, the ranges a VPC should use. */
export function isPrivate(cidr: Cidr): boolean {
  return privateRanges.some((range) => range !== undefined && isInside(cidr, range));
}

const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].map(parseCidr);

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}
