export type { CandidateSet } from "./candidates";
export { candidatesOf, createPool, type GroupAttributes, type TargetPool, updatePool } from "./pool";
export { type PooledTarget, requestEnded, requestStarted, type SelectableTarget } from "./pooled-target";
export { type SelectionContext, selectTarget } from "./select-target";
export { rampShare } from "./slow-start";
