import { BlockList, isIP } from "node:net";

interface Cidr {
  readonly network: string;
  readonly prefix: number;
  readonly family: "ipv4" | "ipv6";
}

/** Whether every address of `inner` lies in `outer`; false for anything that is not a CIDR block. */
export function contains(outer: string, inner: string): boolean {
  const [wide, narrow] = [parse(outer), parse(inner)];
  if (!wide || !narrow || wide.family !== narrow.family || wide.prefix > narrow.prefix) return false;
  const block = new BlockList();
  block.addSubnet(wide.network, wide.prefix, wide.family);
  return block.check(narrow.network, narrow.family);
}

/** Whether the two share an address. Blocks are nested or apart, never half in half out. */
export function overlaps(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one);
}

function parse(text: string): Cidr | undefined {
  const [network = "", prefixText = ""] = text.split("/");
  const version = isIP(network);
  const prefix = Number(prefixText);
  const longest = version === 4 ? 32 : 128;
  if (version === 0 || !/^\d{1,3}$/.test(prefixText) || prefix > longest) return undefined;
  return { network, prefix, family: version === 4 ? "ipv4" : "ipv6" };
}
