import "./set-up";

export {
  type Deployment,
  type Drill,
  type DrillMoment,
  type FailureWindow,
  type Moment,
  type Report,
  type SecondReport,
  type SimulationOptions,
  type StateChange,
  simulate,
  type TargetReport,
  type WeightedRequest,
} from "../simulation";
export { readTopology, type Topology } from "../topology";

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
