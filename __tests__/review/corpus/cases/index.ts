import type { Case } from "../case";
import { fleetCases } from "./fleets";
import { fleetHarmless } from "./fleets-harmless";
import { groupCases } from "./groups";
import { labHarmless } from "./lab-harmless";
import { labHurts } from "./lab-hurts";
import { routingCases } from "./routing";
import { shopHarmless } from "./shop-harmless";
import { surroundingCases } from "./surroundings";
import { surroundingsHarmless } from "./surroundings-harmless";

/** The whole corpus. */
export const allCases: readonly Case[] = [
  ...labHurts,
  ...groupCases,
  ...routingCases,
  ...surroundingCases,
  ...fleetCases,
  ...labHarmless,
  ...shopHarmless,
  ...surroundingsHarmless,
  ...fleetHarmless,
];
