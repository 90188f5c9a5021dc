import { isUnknown } from "../../topology";
import { groupParty } from "../ends/parties";
import type { Ground } from "../ground";
import { mayHaveFamily } from "../network/public-address";
import type { Family } from "../sets/addresses";
import { bestOf, obstacleIn, type Verdict } from "../verdict";
import { placesOf } from "../ways/ask";
import { isEnd, type Place, wayBetween } from "../ways/way";
import type { Extra } from "./beyond";

/** Whether anything of what a rule opens gets through as things are, and what is in the way if not. */
export function effectOf(ground: Ground, extra: Extra): { readonly verdict: Verdict; readonly why?: string } {
  const { end, direction, services, unknown } = extra;
  if (unknown !== undefined) return { verdict: "unknown", why: unknown };
  const families = (["ipv4", "ipv6"] as const).filter((family: Family) => mayHaveFamily(ground, end, family));
  const ways = othersOf(ground, extra).flatMap((other) =>
    families.map((family) => {
      const [from, to] = direction === "ingress" ? [other, end] : [end, other];
      return wayBetween(ground, from, to, services, family);
    }),
  );
  const verdict = bestOf(ways.map((way) => way.verdict));
  const telling = ways.find((way) => way.verdict === verdict);
  const why = telling && obstacleIn(telling.steps)?.why;
  return { verdict, ...(why !== undefined && { why }) };
}

function othersOf(ground: Ground, { grant: { peer }, addresses, end }: Extra): readonly Place[] {
  if (isUnknown(peer) || "prefixList" in peer) return [];
  if ("addresses" in peer) return [{ text: peer.text, addresses: addresses ?? peer.addresses }];
  return placesOf(groupParty(ground, peer.group, peer.text)).filter(
    (place) => !isEnd(place) || place !== end || place.isMany,
  );
}
