export type { CandidateSet } from "./candidates";
export { type Deregistration, type Draining, drainEndsAt, draining } from "./draining";
export { candidatesOf, createPool, type GroupAttributes, type TargetPool, updatePool } from "./pool";
export { type PooledTarget, requestEnded, requestStarted, type SelectableTarget } from "./pooled-target";
export { type SelectionContext, selectTarget } from "./select-target";
export { rampShare } from "./slow-start";
export { type StickyGroup, type StickyRequest, stickinessCookies, stickyTarget } from "./stickiness";
