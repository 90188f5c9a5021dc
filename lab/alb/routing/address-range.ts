import { isIP } from "node:net";

const dot = 46;
const zero = 48;

/** IPv4 as a number, IPv6 as a bigint; an IPv4 address mapped into IPv6 (`::ffff:`) is the IPv4 address. */
export type Address = number | bigint;

export interface AddressRange {
  readonly network: Address;
  /** Leading bits that count, of 32 or of 128. */
  readonly bits: number;
}

export function parseAddress(text: string): Address | undefined {
  const address = text.includes("%") ? text.slice(0, text.indexOf("%")) : text;
  const version = isIP(address);
  if (version === 4) return parseIpv4(address);
  return version === 6 ? parseIpv6(address) : undefined;
}

/** A CIDR block; undefined for anything else, a single address included (R25). Bits behind the prefix do not count. */
export function parseRange(cidr: string): AddressRange | undefined {
  const parts = /^([^/%]+)\/(\d{1,3})$/.exec(cidr);
  const network = parts?.[1] === undefined ? undefined : parseAddress(parts[1]);
  if (network === undefined) return undefined;
  const isMapped = typeof network === "number" && cidr.includes(":");
  const bits = Number(parts?.[2]) - (isMapped ? 96 : 0);
  return bits >= 0 && bits <= (typeof network === "number" ? 32 : 128) ? { network, bits } : undefined;
}

export function isInRange(address: Address, { network, bits }: AddressRange): boolean {
  if (typeof address === "number")
    return typeof network === "number" && (bits === 0 || (address ^ network) >>> (32 - bits) === 0);
  const ignored = BigInt(128 - bits);
  return typeof network === "bigint" && address >> ignored === network >> ignored;
}

function parseIpv4(address: string): number {
  let value = 0;
  let byte = 0;
  for (let index = 0; index < address.length; index++) {
    const code = address.charCodeAt(index);
    if (code === dot) {
      value = value * 256 + byte;
      byte = 0;
    } else byte = byte * 10 + code - zero;
  }
  return value * 256 + byte;
}

function parseIpv6(address: string): Address {
  const [head = [], tail = []] = address.split("::").map(parseGroups);
  const zeros = Array<number>(8 - head.length - tail.length).fill(0);
  const value = [...head, ...zeros, ...tail].reduce((sum, group) => (sum << 16n) + BigInt(group), 0n);
  return value >> 32n === 0xffffn ? Number(value & 0xffff_ffffn) : value;
}

/** Groups of 16 bits; a dotted IPv4 address at the end is two of them. */
function parseGroups(text: string): readonly number[] {
  return text
    .split(":")
    .filter((group) => group !== "")
    .flatMap((group) => {
      if (!group.includes(".")) return [Number.parseInt(group, 16)];
      const value = parseIpv4(group);
      return [Math.floor(value / 65_536), value % 65_536];
    });
}
