import "./set-up";

export type {
  Deployment,
  Drill,
  DrillMoment,
  FailureWindow,
  Moment,
  Report,
  SecondReport,
  SimulationOptions,
  StateChange,
  TargetReport,
  WeightedRequest,
} from "../simulation";
export { readTopology, type Topology } from "../topology";

export { type DrillOptions, simulate, topologyOf } from "./drill";
export type { AlbMatchers } from "./expect-types";
export { matchers } from "./matchers";
export type { Sink, Source, Traffic } from "./reachability";
export type { InputOptions } from "./received/read-received";
export type {
  Expected,
  ExpectedAnswer,
  ExpectedRedirect,
  ExpectedShares,
  ExpectedWay,
  RouteOptions,
} from "./routing/expected";
export type { RouteAssertion } from "./routing/to-route";
export type { ExpectedHealthCheck } from "./targets/to-have-health-check";
export type { ExpectedTargets } from "./targets/to-have-targets";
export type { DefectOptions } from "./to-have-no-defects";
