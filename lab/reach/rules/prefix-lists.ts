import { isUnknown, type Link } from "../../topology";
import type { Ground } from "../ground";
import { addressesOf } from "../sets/addresses";
import { type Intervals, unite } from "../sets/intervals";
import { isSame, textOf } from "../values";

/** What a managed prefix list that is declared here holds; `undefined`: nobody here can say. */
export function listedAddresses(ground: Ground, link: Link): Intervals | undefined {
  const list = ground.resource(link);
  if (list?.mode !== "managed" || list.type !== "aws_ec2_managed_prefix_list") return undefined;
  const inline = list.blocks("entry");
  if (isUnknown(inline)) return undefined;
  const standalone = ground
    .resources("aws_ec2_managed_prefix_list_entry")
    .filter((entry) => isSame(entry.link("prefix_list_id"), link) !== false);
  const sets = [...inline, ...standalone].map((entry) => {
    const cidr = textOf(entry, "cidr");
    return cidr === undefined || isUnknown(cidr) ? undefined : addressesOf(cidr);
  });
  const known = sets.filter((set) => set !== undefined);
  return known.length === sets.length ? unite(...known) : undefined;
}
