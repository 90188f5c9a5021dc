export { allRisks } from "./all-risks";
export { type ChangesByKind, changesByKind, countChanges } from "./changes-by-kind";
export { Comparison, type Sides } from "./comparison";
export type { FindingsDiff } from "./defects/findings-diff";
export { isTouched } from "./drift";
export { compareLevels, LEVELS, type Level, nameOfLevel, worstOf } from "./level";
export { COMMENT_LIMIT, type MarkdownOptions, renderMarkdown } from "./markdown/render-markdown";
export { SensitiveMask } from "./redaction/sensitive-mask";
export { shownReport } from "./redaction/shown-report";
export { type FailedStack, hasFailed, type Report, type ReviewedStack, reportOn, type Stack } from "./report";
export { type Review, type ReviewOptions, reviewOf, risksIn } from "./review";
export type { Hazard, Risk, RiskFinding } from "./risk";
export {
  type Answer,
  type EntranceDiff,
  type ExampleRequest,
  type GroupShare,
  type Region,
  type RegionKind,
  type RouteDiff,
  renderExample,
} from "./routes";
export { renderDifference, type ShowOptions } from "./shown";
export { sidesOfPlan, sidesOfSynths } from "./sides";
export { toldApart } from "./user-data/told-apart";
export type { FileDiff, UserDataDiff } from "./user-data/user-data-diff";
export type { Verdict } from "./verdict";
