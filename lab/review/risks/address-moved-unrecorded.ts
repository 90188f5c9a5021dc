import type { Comparison } from "../comparison";
import { DATA_TYPES, holdingOf } from "../data/data-types";
import { type Level, worstOf } from "../level";
import { carriesTraffic } from "../renames/carries-traffic";
import type { Rename } from "../renames/renames";
import { renamesIn } from "../renames/renames";
import { sharedRename, writtenMoves } from "../renames/written-moves";
import type { Hazard, Risk } from "../risk";

/** Terraform knows things by their addresses: what is renamed is destroyed and created anew. */
export const addressMovedUnrecorded: Risk = {
  id: "address-moved-unrecorded",
  level: "drops-traffic",
  facts: ["G44"],
  rank: 10,
  *find(comparison) {
    const together = new Map<string, Rename[]>();
    for (const rename of renamesIn(comparison)) {
      const key = sharedRename(comparison, rename).join(" to ");
      together.set(key, [...(together.get(key) ?? []), rename]);
    }
    for (const [key, renames] of together) yield hazardOf(comparison, key, renames);
  },
};

type Harm = Exclude<Level, "safe">;

function levelOf(comparison: Comparison, { from }: Rename): Harm {
  const before = comparison.before.resource(from.address);
  if (before !== undefined && DATA_TYPES.has(from.type) && holdingOf(before)?.guard === undefined)
    return "destroys-data";
  return carriesTraffic(comparison, from.address) ? "drops-traffic" : "needs-care";
}

function hazardOf(comparison: Comparison, key: string, renames: readonly Rename[]): Hazard {
  const level = worstOf(renames.map((rename) => levelOf(comparison, rename))) as Harm;
  const [worst = renames[0] as Rename] = renames.filter((rename) => levelOf(comparison, rename) === level);
  const { address } = worst.to;
  const path = comparison.after.resource(address)?.path;
  const what =
    renames.length === 1
      ? "it is destroyed and created"
      : `${renames.length} resources are destroyed and created`;
  return {
    at: { address, ...(path !== undefined && { path }) },
    level,
    message: `looks like a rename of ${key} that is not recorded: ${what} anew`,
    course: [
      "Terraform knows things by their addresses: it destroys the old ones and creates the new ones, at the same time where one does not need the other",
      "where a name is taken until the old one is gone, AWS refuses the new one, and the apply ends half done",
      COURSES[level],
    ],
    fix: writtenMoves(comparison, renames),
  };
}

const COURSES: Readonly<Record<Harm, string>> = {
  "needs-care":
    "requests are answered all the while; whatever refers to the old one by its id or ARN has to learn the new one",
  "drops-traffic":
    "requests fail from the destruction until the new ones are there and their targets are healthy",
  "destroys-data": "what the old one holds is gone, and the new one is empty",
};
