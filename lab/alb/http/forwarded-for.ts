import { MAX_FORWARDED_FOR_ADDRESSES } from "./limits";

export interface Peer {
  readonly clientAddress: string;
  readonly clientPort: number;
}

/** What the client sent with its peer's address behind it (P2); IPv6 has brackets only where a port follows (P3, P4). */
export function appendPeer(received: readonly string[] | undefined, peer: Peer, withPort: boolean): string {
  const address = withPort ? `${bracketed(peer.clientAddress)}:${peer.clientPort}` : peer.clientAddress;
  const before = received?.filter((value) => value !== "").join(", ") ?? "";
  return before === "" ? address : `${before}, ${address}`;
}

/** More addresses than a request may carry (E463). */
export function hasTooManyAddresses(received: readonly string[]): boolean {
  let count = 0;
  for (const value of received) if (value !== "") count += value.split(",").length;
  return count > MAX_FORWARDED_FOR_ADDRESSES;
}

function bracketed(address: string): string {
  return address.includes(":") ? `[${address}]` : address;
}
