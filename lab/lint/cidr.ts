/** An IPv4 network as the numbers of its first and last address. */
export interface Network {
  readonly first: number;
  readonly last: number;
  /** Bits that all its addresses share: 24 for `10.0.0.0/24`. */
  readonly prefix: number;
  /** As it was written; not the first one when host bits are set. */
  readonly address: number;
}

/** Reads an IPv4 network in CIDR form; `undefined`: the text is none. */
export function networkOf(text: string): Network | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null || /(^|\.)0\d/.test(text)) return undefined;
  const [, a, b, c, d, length] = match.map(Number) as [number, number, number, number, number, number];
  if (Math.max(a, b, c, d) > 255 || length > 32) return undefined;
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const size = 2 ** (32 - length);
  const first = address - (address % size);
  return { first, last: first + size - 1, prefix: length, address };
}

export function contains(outer: Network, inner: Network): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether two networks share an address. */
export function overlaps(one: Network, other: Network): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** The network that a text with host bits set probably means, such as `10.0.0.0/24`. */
export function writtenOf({ first, prefix }: Network): string {
  const parts = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${parts.join(".")}/${prefix}`;
}
