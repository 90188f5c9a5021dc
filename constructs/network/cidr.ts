import { BlockList, isIP, isIPv4 } from "node:net";

/** Why a text is not a network in CIDR form, or undefined when it is one. */
export function cidrProblem(text: unknown): string | undefined {
  if (typeof text !== "string") return "is not a network in CIDR form";
  const [address = "", length = "", ...rest] = text.split("/");
  const family = isIP(address);
  const bits = Number(length);
  if (family === 0 || rest.length > 0 || !/^\d{1,3}$/.test(length) || bits > (family === 4 ? 32 : 128)) {
    return "is not a network in CIDR form, such as 10.0.0.0/24";
  }
  if (family === 6) {
    const isNetwork = ipv6NumberOf(address) % 2n ** BigInt(128 - bits) === 0n;
    return isNetwork ? undefined : "has host bits set; did you mean a shorter address";
  }
  const network = numberOf(address) & maskOf(bits);
  return network === numberOf(address)
    ? undefined
    : `has host bits set; did you mean ${dotted(network)}/${bits}`;
}

/** True when two valid networks share an address. Two networks are nested, or share nothing. */
export function cidrsOverlap(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one);
}

/**
 * The n-th part of an IPv4 network that is cut into parts of `length` bits.
 *
 * @example subnetOf("10.0.0.0/16", 20, 2) // "10.0.32.0/20"
 */
export function subnetOf(network: string, length: number, index: number): string {
  const address = numberOf(network.split("/")[0] ?? "");
  return `${dotted(address + BigInt(index) * 2n ** BigInt(32 - length))}/${length}`;
}

/** Prefix length of a network: 16 for `10.0.0.0/16`. */
export function prefixLength(network: string): number {
  return Number(network.split("/")[1]);
}

function contains(network: string, other: string): boolean {
  const [address = "", length] = network.split("/");
  const [otherAddress = "", otherLength] = other.split("/");
  if (isIP(address) !== isIP(otherAddress) || Number(length) > Number(otherLength)) return false;
  const family = isIPv4(address) ? "ipv4" : "ipv6";
  const list = new BlockList();
  list.addSubnet(address, Number(length), family);
  return list.check(otherAddress, family);
}

function numberOf(address: string): bigint {
  return address.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function ipv6NumberOf(address: string): bigint {
  const plain = address.replace(/[\d.]+$/, (tail) => {
    if (!tail.includes(".")) return tail;
    const number = numberOf(tail);
    return `${(number >> 16n).toString(16)}:${(number & 65535n).toString(16)}`;
  });
  const [left = [], right = []] = plain.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = Array<string>(8 - left.length - right.length).fill("0");
  return [...left, ...zeros, ...right].reduce((sum, part) => sum * 65536n + BigInt(`0x${part}`), 0n);
}

function maskOf(bits: number): bigint {
  return (2n ** BigInt(bits) - 1n) << BigInt(32 - bits);
}

function dotted(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join(".");
}
