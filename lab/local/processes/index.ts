export { openFleet } from "./open-fleet";
export type { BackOff, Supervision, TargetState } from "./supervision";
export type {
  Fault,
  Fleet,
  FleetOptions,
  LogLine,
  TargetEvents,
  TargetProcess,
  TargetSpec,
} from "./target-process";
