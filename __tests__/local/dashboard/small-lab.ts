import { setTimeout as wait } from "node:timers/promises";
import type {
  ControlAction,
  DashboardSource,
  GroupView,
  LabSnapshot,
  LoadBalancerView,
  Question,
  Reply,
  RequestView,
  TargetView,
} from "../../../lab/local/dashboard";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A target that was never probed. */
function newTarget(name: string, zone: string, address: string): Mutable<TargetView> {
  return {
    key: `${name}@${address}`,
    name,
    zone,
    address,
    kind: "server",
    process: "running",
    pid: 4000,
    health: "initial",
    reason: "Elb.InitialHealthChecking",
    description: "Initial health checks in progress",
    probes: [],
    inFlight: 0,
    answered: 0,
    share: 0,
    delayMs: 0,
    slowMs: 2000,
    hangMs: 6000,
    healthBroken: false,
  };
}

function outcomeOf(target: TargetView): { result: string; reason?: string; description?: string } {
  if (target.process !== "running") {
    return {
      result: "connection refused",
      reason: "Target.FailedHealthChecks",
      description: "Health checks failed",
    };
  }
  if (!target.healthBroken) return { result: "200" };
  return {
    result: "500",
    reason: "Target.ResponseCodeMismatch",
    description: "Health checks failed with these codes: [500]",
  };
}

/** The lab as a state in memory: no sockets, no processes, one group, requests go round robin. */
export class SmallLab implements DashboardSource {
  title = "dev";
  notices: string[] = [];
  loadBalancers: LoadBalancerView[];
  readonly targets: Mutable<TargetView>[];
  readonly requests: RequestView[] = [];
  /** Every control that was used. */
  readonly controlled: [string, ControlAction][] = [];
  /** Why controls and questions are refused; undefined: they work. */
  refusal: string | undefined;
  readonly #listeners = new Set<() => void>();
  #next = 0;

  constructor(names: readonly string[] = ["Server-1", "Server-2"]) {
    const zones = ["ap-northeast-2a", "ap-northeast-2c"];
    this.targets = names.map((name, at) => newTarget(name, zones[at % 2]!, `127.0.0.${at + 2}:3000`));
    const rule = {
      key: "default",
      priority: "default",
      conditions: [],
      action: "forward",
      groups: [{ key: "web", weight: 1 }],
      hits: 0,
    };
    const listener = {
      key: "http",
      protocol: "HTTP",
      port: "80",
      url: "http://127.0.0.1:8080/",
      rules: [rule],
    };
    this.loadBalancers = [{ key: "alb", name: "dev-alb-1a2b3c4d", zones, listeners: [listener] }];
  }

  get openPages(): number {
    return this.#listeners.size;
  }

  snapshot(): LabSnapshot {
    const { title, notices, requests } = this;
    const loadBalancers = this.loadBalancers.map((balancer) => ({
      ...balancer,
      listeners: balancer.listeners.map((listener) => ({
        ...listener,
        rules: listener.rules.map((rule) => ({
          ...rule,
          hits: requests.filter((request) => request.rule === rule.key).length,
        })),
      })),
    }));
    return {
      title,
      loadBalancers,
      groups: this.groups(),
      requests: requests.slice(0, 50),
      requestsPerSecond: 0,
      notices,
    };
  }

  groups(): GroupView[] {
    const targets = this.targets.map((target) => ({ ...target, share: this.#share(target.key) }));
    const failOpen = targets.length > 0 && targets.every(({ health }) => health === "unhealthy");
    return [
      {
        key: "web",
        name: "dev-web-9f8e7d6c",
        port: "HTTP 3000",
        healthCheck: "GET /health every 10 s, 200 expected",
        algorithm: "round robin",
        failOpen,
        targets,
      },
    ];
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  /** One probe of every target, at one moment. */
  probe(atMs = Date.now()): void {
    for (const target of this.targets) {
      const { result, reason, description } = outcomeOf(target);
      const passed = reason === undefined;
      target.probes = [...target.probes, { atMs, passed, result, ms: 2.4 }].slice(-10);
      Object.assign(target, { health: passed ? "healthy" : "unhealthy", reason, description });
    }
    this.changed();
  }

  async control(key: string, action: ControlAction): Promise<void> {
    if (this.refusal !== undefined) throw new Error(this.refusal);
    const target = this.targets.find((candidate) => candidate.key === key)!;
    this.controlled.push([key, action]);
    if (action === "stop") target.process = "stopped";
    if (action === "start") target.process = "running";
    if (action === "kill") Object.assign(target, { process: "crashed", restartAtMs: Date.now() + 60_000 });
    if (action === "normal") target.delayMs = 0;
    if (action === "slow") target.delayMs = target.slowMs;
    if (action === "hang") target.delayMs = target.hangMs;
    if (action === "break-health" || action === "mend-health")
      target.healthBroken = action === "break-health";
    target.pid = target.process === "running" ? 4001 : undefined;
    this.changed();
  }

  async ask({ listener, path }: Question): Promise<Reply> {
    if (this.refusal !== undefined) throw new Error(this.refusal);
    await wait(1);
    return this.answer(listener, path);
  }

  answer(listener: string, path: string): Reply {
    const healthy = this.targets.filter(({ health }) => health === "healthy");
    const usable = healthy.length > 0 ? healthy : this.targets;
    const target = usable[this.#next++ % usable.length];
    if (target) target.answered++;
    const reply = { status: target ? 200 : 503, targetName: target?.name };
    this.requests.unshift({
      id: this.#next,
      atMs: Date.now(),
      method: "GET",
      path,
      status: reply.status,
      ms: 1.8 + (target?.delayMs ?? 0),
      listener,
      rule: "default",
      target: target?.key,
      targetName: target?.name,
    });
    this.changed();
    return reply;
  }

  #share(key: string): number {
    const recent = this.requests.slice(0, 50);
    return recent.length === 0 ? 0 : recent.filter(({ target }) => target === key).length / recent.length;
  }
}
