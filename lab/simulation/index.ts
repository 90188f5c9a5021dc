export type { Deployment } from "./deployment";
export type { DrillMoment } from "./drill-moment";
export type { Moment } from "./moment";
export type { SimulationOptions, WeightedRequest } from "./options";
export type { FailureWindow } from "./report/failures";
export type { Report, SecondReport, StateChange, TargetReport } from "./report/report";
export { type Drill, simulate } from "./simulate";
export { SimulationError } from "./simulation-error";
