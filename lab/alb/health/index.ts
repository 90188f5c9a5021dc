export {
  type FailoverThresholds,
  failsOpen,
  isBelow,
  type ReachableTargets,
  type ZoneStanding,
  zoneStandings,
  zonesInDns,
} from "./fail-open";
export { parseMatcher } from "./matcher";
export { type CircumstancesChange, type HealthEvent, type HealthThresholds, nextHealth } from "./next-health";
export { type HealthSettings, type ProbeRequest, probeRequest } from "./probe-request";
export { type FailureReason, judgeProbe, type ProbeOutcome, type ProbeVerdict } from "./probe-verdict";
export {
  earliestHealthyAt,
  earliestUnhealthyAt,
  isProbed,
  longestUnnoticedMs,
  nextProbeAt,
  type ProbeTiming,
} from "./schedule";
export {
  type Circumstances,
  type HealthReason,
  type HealthState,
  type Standing,
  type TargetCondition,
  type TargetHealth,
  unregisteredTarget,
} from "./target-health";
