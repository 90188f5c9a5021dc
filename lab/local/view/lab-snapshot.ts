import type { Action } from "../../topology";
import { describeAction, describeCondition, type ListenerRule, type Settled } from "../../topology";
import type { RunningGroup } from "../balancer/running-group";
import type {
  GroupView,
  LabSnapshot,
  ListenerView,
  LoadBalancerView,
  RequestView,
  RuleView,
} from "../dashboard";
import type { RunningListener } from "../listeners/running-listener";
import type { RunningLab } from "../running-lab";
import type { ListenerSetup, LoadBalancerSetup } from "../setup/types";
import type { FinishedRequest, Traffic } from "../traffic/traffic";
import { viewTarget } from "./target-view";

/** What is true of a running lab now, as the dashboard draws it. */
export function takeSnapshot(lab: RunningLab, traffic: Traffic, notices: readonly string[]): LabSnapshot {
  return {
    title: lab.setup.title,
    loadBalancers: lab.setup.loadBalancers.map((lb) => viewLoadBalancer(lb, lab, traffic)),
    groups: [...lab.groups.values()].map((group) => viewGroup(group, traffic)),
    requests: traffic.recent().map(viewRequest),
    requestsPerSecond: traffic.perSecond(Date.now()),
    notices: [...lab.setup.notices, ...portNotices(lab), ...notices],
  };
}

function portNotices({ listeners }: RunningLab): readonly string[] {
  return [...listeners.values()].flatMap(({ taken, url, view: { listener } }) =>
    taken === undefined
      ? []
      : [`port ${taken} is taken by another program, so ${listener.protocol} ${listener.port} is at ${url}`],
  );
}

function viewLoadBalancer(
  { address, name, zones, listeners }: LoadBalancerSetup,
  lab: RunningLab,
  traffic: Traffic,
): LoadBalancerView {
  return {
    key: address,
    name,
    zones,
    listeners: listeners.map((listener) =>
      viewListener(listener, lab.listeners.get(listener.address), traffic),
    ),
  };
}

function viewListener(
  listener: ListenerSetup,
  running: RunningListener | undefined,
  traffic: Traffic,
): ListenerView {
  const url = running?.url;
  const ordered = [...listener.rules].sort((one, other) => rank(one) - rank(other));
  return {
    key: listener.address,
    protocol: listener.protocol,
    port: String(listener.port),
    ...(url !== undefined && { url }),
    ...(listener.unreachable !== undefined && { unreachable: listener.unreachable }),
    rules: [
      ...ordered.map((rule) => viewRule(rule, traffic)),
      {
        key: listener.address,
        priority: "default",
        conditions: [],
        ...viewActions(listener.defaultActions),
        hits: traffic.hits(listener.address),
      },
    ],
  };
}

function viewRule(rule: ListenerRule, traffic: Traffic): RuleView {
  // Rules of a setup are known in all their parts.
  const { address, priority, conditions, actions } = rule as Settled<ListenerRule>;
  return {
    key: address,
    priority: priority === undefined ? "last" : String(priority),
    conditions: conditions.map(describeCondition),
    ...viewActions(actions),
    hits: traffic.hits(address),
  };
}

function viewActions(actions: readonly Settled<Action>[]): Pick<RuleView, "action" | "groups"> {
  const groups = actions.flatMap((action) =>
    action.kind === "forward"
      ? action.groups.flatMap(({ group, weight }) =>
          "address" in group ? [{ key: group.address, weight }] : [],
        )
      : [],
  );
  return { action: actions.map(describeAction).join(", then "), groups };
}

function rank({ priority }: ListenerRule): number {
  return typeof priority === "number" ? priority : Number.POSITIVE_INFINITY;
}

function viewGroup(group: RunningGroup, traffic: Traffic): GroupView {
  const { address, name, group: settings } = group.setup;
  const { healthCheck, attributes } = settings;
  const isChecked = settings.targetType !== "lambda" || healthCheck.enabled;
  return {
    key: address,
    name,
    port: `${settings.protocol ?? settings.targetType} ${settings.port ?? ""}`.trim(),
    healthCheck: isChecked ? describeCheck(healthCheck) : "no health checks",
    algorithm: attributes.algorithm.replaceAll("_", " "),
    failOpen: isChecked && group.failsOpen,
    targets: group.targets.map((target) => viewTarget(group, target, traffic)),
  };
}

function describeCheck(check: RunningGroup["setup"]["group"]["healthCheck"]): string {
  return `${check.protocol} GET ${check.path} every ${seconds(check.intervalSeconds)}, ${check.matcher} expected`;
}

function seconds(count: number): string {
  return `${Math.round(count * 100) / 100} s`;
}

function viewRequest({ group: _group, ...request }: FinishedRequest): RequestView {
  return request;
}
