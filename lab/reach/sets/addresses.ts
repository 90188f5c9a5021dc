import { isIP } from "node:net";
import { type Intervals, intersect, subtract, unite } from "./intervals";

/** IPv6 addresses are their own numbers; IPv4 ones come after the last of them, so that one set holds both. */
const IPV4_AT = 1n << 128n;

export type Family = "ipv4" | "ipv6";

export const IPV6: Intervals = [{ first: 0n, last: IPV4_AT - 1n }];
export const IPV4: Intervals = [{ first: IPV4_AT, last: IPV4_AT + (1n << 32n) - 1n }];
export const EVERYWHERE: Intervals = unite(IPV6, IPV4);

/** The addresses of a block such as `10.0.0.0/8`, or of one address; host bits do not count. `undefined`: it is none. */
export function addressesOf(text: string): Intervals | undefined {
  const [address = "", length, ...rest] = text.split("/");
  const version = isIP(address);
  const bits = version === 4 ? 32 : 128;
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  if (version === 0 || rest.length > 0 || !(prefix <= bits) || address.includes("%")) return undefined;
  const number = version === 4 ? IPV4_AT + parseIpv4(address) : parseIpv6(address);
  const size = 1n << BigInt(bits - prefix);
  const first = number - (number % size);
  return [{ first, last: first + size - 1n }];
}

function parseIpv4(text: string): bigint {
  return text.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function parseIpv6(text: string): bigint {
  const plain = text.replace(/[\d.]+\.\d+$/, (dotted) => {
    const number = parseIpv4(dotted);
    return `${(number >> 16n).toString(16)}:${(number & 0xffffn).toString(16)}`;
  });
  const [left = [], right = []] = plain.split("::").map((half) => (half === "" ? [] : half.split(":")));
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...zeros, ...right].reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

const blocks = (...texts: readonly string[]) => unite(...texts.map((text) => addressesOf(text) ?? []));

/** Addresses that are not routed over the internet. */
const INSIDE = blocks(
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.168.0.0/16", "224.0.0.0/3"],
);

/** Addresses of the internet: of IPv6 those that are given out. */
export const INTERNET: Intervals = unite(subtract(IPV4, INSIDE), blocks("2000::/3"));

export function ofFamily(addresses: Intervals, family: Family): Intervals {
  return intersect(addresses, family === "ipv4" ? IPV4 : IPV6);
}

/** The fewest blocks that make up a set, IPv4 first, such as `["10.0.0.0/8"]`. */
export function renderAddresses(addresses: Intervals): readonly string[] {
  return [...blocksOf(ofFamily(addresses, "ipv4"), 32), ...blocksOf(ofFamily(addresses, "ipv6"), 128)];
}

function blocksOf(addresses: Intervals, bits: number): readonly string[] {
  const found: string[] = [];
  for (const { first, last } of addresses) {
    let at = bits === 32 ? first - IPV4_AT : first;
    const end = bits === 32 ? last - IPV4_AT : last;
    while (at <= end) {
      let length = bits;
      while (length > 0 && fits(at, 1n << BigInt(bits - length + 1), end)) length -= 1;
      found.push(`${bits === 32 ? renderIpv4(at) : renderIpv6(at)}/${length}`);
      at += 1n << BigInt(bits - length);
    }
  }
  return found;
}

function fits(at: bigint, size: bigint, end: bigint): boolean {
  return at % size === 0n && at + size - 1n <= end;
}

function renderIpv4(number: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join(".");
}

/** The longest run of two or more zeros is left out. */
function renderIpv6(number: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => (number >> BigInt(112 - 16 * index)) & 0xffffn);
  const text = groups.map((group) => group.toString(16)).join(":");
  const runs = [...text.matchAll(/(?<=^|:)0(?::0)+(?=:|$)/g)];
  const longest = runs.reduce((most, run) => Math.max(most, run[0].length), 0);
  const run = runs.find(([zeros]) => zeros.length === longest);
  if (run === undefined) return text;
  const [before, after] = [text.slice(0, run.index), text.slice(run.index + longest)];
  return `${before.replace(/:$/, "")}::${after.replace(/^:/, "")}`;
}
