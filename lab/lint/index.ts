export { allDefects } from "./all-defects";
export type { Defect, Flaw, Profile } from "./defect";
export type { Finding, Severity } from "./finding";
export { type LintOptions, type LintReport, lint } from "./lint";
export { lintJson } from "./lint-json";
export type { LintNotes, Suppression } from "./notes";
export { DEFAULT_QUOTAS, type Quotas } from "./quotas";
export type { Suppressed } from "./suppressions";
