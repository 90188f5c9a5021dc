export { type Choice, routingChoices } from "./choices";
export type { CompiledCondition, CompiledValue, Doubt, Part } from "./compile-condition";
export { type Decision, decide } from "./decide";
export { describeCondition } from "./describe-condition";
export { type ConditionExplanation, type Explanation, explain, type RuleExplanation } from "./explain";
export type { Verdict } from "./judge-condition";
export { type CompiledListener, type CompiledRule, compileListener, type Priority } from "./listener";
export type { NearMiss, NearMissKind } from "./near-miss";
