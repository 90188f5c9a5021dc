export { openFleet } from "./open-fleet";
export type { TargetState } from "./supervision";
export type { Fleet, FleetOptions, TargetProcess } from "./target-process";
