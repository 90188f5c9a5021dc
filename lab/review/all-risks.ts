import type { Risk } from "./risk";
import { targetGroupReplaced } from "./risks/target-group-replaced";

/** Every kind of risk, in the order of ids. */
export const allRisks: readonly Risk[] = [targetGroupReplaced];
