/** An IPv6 network as numbers. */
export interface Ipv6Network {
  /** As it was written; not the first one when host bits are set. */
  readonly address: bigint;
  readonly first: bigint;
  readonly prefix: number;
}

/** Reads an IPv6 network in CIDR form; `undefined`: the text is none. */
export function ipv6NetworkOf(text: string): Ipv6Network | undefined {
  const [, address = "", length = ""] = /^([0-9a-f:.]+)\/(\d{1,3})$/i.exec(text) ?? [];
  const prefix = Number(length);
  const groups = address === "" || prefix > 128 ? undefined : groupsOf(withoutDots(address));
  if (groups === undefined) return undefined;
  const number = groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
  const size = 2n ** BigInt(128 - prefix);
  return { address: number, first: number - (number % size), prefix };
}

/** The last 32 bits may be written as an IPv4 address. */
function withoutDots(address: string): string {
  return address.replace(/(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
}

/** All eight; `::` stands for as many zeros as are missing. */
function groupsOf(address: string): readonly string[] | undefined {
  const halves = address.split("::");
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...left, ...Array<string>(missing).fill("0"), ...right];
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) ? groups : undefined;
}
