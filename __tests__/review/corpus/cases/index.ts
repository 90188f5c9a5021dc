import type { Case } from "../case";
import { fleetCases } from "./fleets";
import { groupCases } from "./groups";
import { labHarmless } from "./lab-harmless";
import { labHurts } from "./lab-hurts";
import { plainHarmless } from "./plain-harmless";
import { routingCases } from "./routing";
import { shopHarmless } from "./shop-harmless";
import { surroundingCases } from "./surroundings";

/** The whole corpus. */
export const allCases: readonly Case[] = [
  ...labHurts,
  ...groupCases,
  ...routingCases,
  ...surroundingCases,
  ...fleetCases,
  ...labHarmless,
  ...shopHarmless,
  ...plainHarmless,
];
