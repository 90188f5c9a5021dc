import { networkOf } from "./cidr";
import { ipv6NetworkOf } from "./ipv6";

/** The largest private network is 10.0.0.0/8: what is larger is public, and no one's own. */
const WORLD_PREFIX = 7;
/** What a registry of a whole continent gets; nobody's own network is as large. */
const IPV6_WORLD_PREFIX = 12;
/** Addresses that are not routed: unique local and link-local ones, multicast. */
const IPV6_INSIDE = ["fc00::/7", "fe80::/10", "ff00::/8"];

/**
 * Whether a network stands for everybody: all addresses, or so many that it is an answer to a scanner that looks for
 * `0.0.0.0/0` only, such as `0.0.0.0/1`.
 */
export function isWorld(cidr: string): boolean {
  const network = networkOf(cidr);
  // Multicast and what lies above it never is a source.
  if (network) return network.prefix <= WORLD_PREFIX && network.first < 224 * 2 ** 24;
  const wide = ipv6NetworkOf(cidr);
  if (wide === undefined || wide.prefix > IPV6_WORLD_PREFIX) return false;
  return !IPV6_INSIDE.some((text) => {
    const inside = ipv6NetworkOf(text);
    if (inside === undefined || inside.prefix > wide.prefix) return false;
    return wide.first >> BigInt(128 - inside.prefix) === inside.first >> BigInt(128 - inside.prefix);
  });
}
