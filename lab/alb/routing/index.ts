export type { CompiledCondition, CompiledValue, Verdict } from "./condition";
export { type Decision, decide } from "./decide";
export { type CompiledListener, type CompiledRule, compileListener, type Priority } from "./listener";
