export type {
  ControlAction,
  DashboardSource,
  GroupView,
  LabSnapshot,
  ListenerView,
  LoadBalancerView,
  ProcessState,
  Question,
  Reply,
  RequestView,
  RuleView,
  TargetView,
} from "./snapshot";
export { type Dashboard, startDashboard } from "./start-dashboard";
