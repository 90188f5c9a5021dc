export { allDefects } from "./all-defects";
export type { Defect, Flaw, Profile } from "./defect";
export type { Finding, Severity } from "./finding";
export { type LintOptions, type LintReport, lint } from "./lint";
export { lintJson } from "./lint-json";
export { logBucketsOf, policiesOf } from "./log-buckets";
export type { LintNotes, Suppression } from "./notes";
export { DEFAULT_QUOTAS, type Quotas } from "./quotas";
export { showsEverything } from "./registrations";
export {
  type Box,
  everything,
  excludeEachOther,
  isPlural,
  likelyRequests,
  plainRequest,
  type RequestSpace,
  RequestSpaces,
  remainder,
  requestOf,
  type Test,
  testOf,
  withinAll,
} from "./routes";
export { secretShapes } from "./secrets";
export { type ServerWords, serverWords } from "./server-words";
export { Subject } from "./subject";
export type { Suppressed } from "./suppressions";
