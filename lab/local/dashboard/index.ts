export type {
  ControlAction,
  DashboardSource,
  GroupView,
  HealthState,
  LabSnapshot,
  ListenerView,
  LoadBalancerView,
  ProbeView,
  ProcessState,
  Question,
  RequestView,
  RuleView,
  TargetView,
} from "./snapshot";
export { type Dashboard, type DashboardOptions, startDashboard } from "./start-dashboard";
