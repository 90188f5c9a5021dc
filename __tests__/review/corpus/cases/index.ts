import type { Case } from "../case";
import { entranceCases } from "./entrances";
import { fleetCases } from "./fleets";
import { fleetHarmless } from "./fleets-harmless";
import { groupCases } from "./groups";
import { labHarmless } from "./lab-harmless";
import { labHurts } from "./lab-hurts";
import { networkCases } from "./network";
import { routingCases } from "./routing";
import { shopHarmless } from "./shop-harmless";
import { surroundingCases } from "./surroundings";
import { surroundingsHarmless } from "./surroundings-harmless";
import { taskCases } from "./tasks";

/** The whole corpus. */
export const allCases: readonly Case[] = [
  ...labHurts,
  ...groupCases,
  ...routingCases,
  ...entranceCases,
  ...surroundingCases,
  ...networkCases,
  ...fleetCases,
  ...taskCases,
  ...labHarmless,
  ...shopHarmless,
  ...surroundingsHarmless,
  ...fleetHarmless,
];
