export { allRisks } from "./all-risks";
export { Comparison, type Sides } from "./comparison";
export type { FindingsDiff } from "./findings-diff";
export { compareLevels, LEVELS, type Level, nameOfLevel, worstOf } from "./level";
export { type Review, type ReviewOptions, reviewOf, risksIn } from "./review";
export type { Hazard, Risk, RiskFinding } from "./risk";
export { sidesOfPlan, sidesOfSynths } from "./sides";
export type { Verdict } from "./verdict";
