import { randomBytes } from "node:crypto";
import { deriveCookieKey } from "../alb";
import type { Topology } from "../topology";
import type { LabContext } from "./balancer/lab-context";
import { traceIds } from "./balancer/trace-ids";
import type { LabSnapshot } from "./dashboard";
import { startDashboard } from "./dashboard";
import type { LabOptions } from "./lab-options";
import { listenProblem } from "./listen-problem";
import { LineFile } from "./log/line-file";
import { Machines } from "./machines/machines";
import { type Fleet, openFleet } from "./processes";
import { RunningLab } from "./running-lab";
import { announceLab } from "./running-labs";
import { assertListenersKept } from "./setup/kept-listeners";
import { setUpLab } from "./setup/lab-setup";
import { speedUp } from "./setup/speed";
import { Traffic } from "./traffic/traffic";
import { LabSource } from "./view/dashboard-source";

/** A lab that runs on this machine. */
export interface Lab {
  /** Such as `http://127.0.0.1:41234/`. */
  readonly dashboardUrl: string;
  /** What runs, where, and how it is doing. */
  snapshot(): LabSnapshot;
  /** Calls back after every change, requests within a tenth of a second; returns how to stop that. */
  onChange(listener: () => void): () => void;
  /**
   * Becomes another topology without failing a request; one change follows the other. Rejects, and goes on as it was,
   * where a listener that runs is still declared and could not run.
   */
  change(topology: Topology): Promise<void>;
  /** Tells whoever looks at the lab something, such as why a changed file was not taken up. */
  notify(notice: string): void;
  /** Finishes what is in flight, within bounds; then no process and no port is left. */
  stop(): Promise<void>;
}

/** 64 MB of log, then a new file: a lab that runs for weeks does not fill a disk. */
const rotateBytes = 64 * 1024 * 1024;

/** Starts the servers of a topology and its load balancers in front of them; settles when they take requests. */
export async function startLab(topology: Topology, options: LabOptions = {}): Promise<Lab> {
  const fleet = await openFleet({
    ...(options.cacheDirectory !== undefined && { cacheDirectory: options.cacheDirectory }),
  });
  const parts = assemble(fleet, options);
  const { lab, source } = parts;
  try {
    await lab.become(setUp(topology, options));
    const { dashboardPort: port = 0 } = options;
    const dashboard = await startDashboard(source, { port });
    return new StartedLab(parts, options, dashboard, announce(dashboard.url, options));
  } catch (error) {
    await lab.stop();
    await shutDown(fleet);
    throw listenProblem(error as NodeJS.ErrnoException);
  }
}

/** Lets others find a lab whose input they can read as well; returns how to take that back. */
function announce(dashboardUrl: string, { input, speed = 1, cacheDirectory }: LabOptions): () => void {
  if (input === undefined) return () => {};
  return announceLab(
    { pid: process.pid, dashboardUrl, input, speed, startedAtMs: Date.now() },
    cacheDirectory,
  );
}

function setUp(topology: Topology, { speed = 1, title }: LabOptions) {
  const setup = speedUp(setUpLab(topology), speed);
  return { ...setup, title: topology.source.stack ?? title ?? setup.title };
}

type Parts = ReturnType<typeof assemble>;

function assemble(fleet: Fleet, options: LabOptions) {
  const notices: string[] = [];
  const traffic = new Traffic();
  const onError = ({ message }: Error) => notices.push(`the access log is not written: ${message}`);
  const log =
    options.accessLog === undefined ? undefined : new LineFile(options.accessLog, { rotateBytes, onError });
  const context = contextFor(traffic, log);
  const machines = new Machines(fleet, options.targets ?? new Map(), (process) => {
    process.on("change", () => source.changed());
  });
  const lab = new RunningLab(machines, context, options, () => source.changed());
  const source = new LabSource(lab, traffic, notices);
  return { fleet, lab, source, log, notices };
}

function contextFor(traffic: Traffic, log: LineFile | undefined): LabContext {
  return {
    cookieKey: deriveCookieKey(randomBytes(32)),
    now: Date.now,
    random: Math.random,
    newTraceId: traceIds(Date.now),
    nextRequestId: () => traffic.nextId(),
    log: log && ((line) => log.write(line)),
    finished: (request) => traffic.add(request),
  };
}

class StartedLab implements Lab {
  readonly dashboardUrl: string;
  readonly #parts: Parts;
  readonly #options: LabOptions;
  readonly #dashboard: { stop(): Promise<void> };
  readonly #unannounce: () => void;
  #changing: Promise<void> = Promise.resolve();
  /** What earlier changes have left to drain. */
  #retiring: Promise<unknown> = Promise.resolve();
  #newest: Topology | undefined;
  #stopping: Promise<void> | undefined;

  constructor(
    parts: Parts,
    options: LabOptions,
    dashboard: { readonly url: string; stop(): Promise<void> },
    unannounce: () => void,
  ) {
    this.#unannounce = unannounce;
    this.#parts = parts;
    this.#options = options;
    this.#dashboard = dashboard;
    this.dashboardUrl = dashboard.url;
  }

  snapshot(): LabSnapshot {
    return this.#parts.source.snapshot();
  }

  onChange(listener: () => void): () => void {
    return this.#parts.source.onChange(listener);
  }

  /** One that has not begun when a newer one comes is left out: only the newest counts. */
  async change(topology: Topology): Promise<void> {
    this.#newest = topology;
    const next = this.#changing.then(() =>
      this.#stopping || this.#newest !== topology ? undefined : this.#become(topology),
    );
    // One change that fails must not keep the next one from being tried.
    this.#changing = next.then(
      () => {},
      () => {},
    );
    const become = await next;
    await become?.retired;
  }

  async #become(topology: Topology): ReturnType<RunningLab["become"]> {
    const setup = setUp(topology, this.#options);
    assertListenersKept(this.#parts.lab.setup, setup, topology);
    // A lab that stops gives a change up.
    const unlessStopping = (error: unknown) => {
      if (!this.#stopping) throw error;
    };
    const become = await this.#parts.lab.become(setup).catch(unlessStopping);
    const retired = (become?.retired ?? Promise.resolve()).catch(unlessStopping);
    this.#retiring = Promise.allSettled([this.#retiring, retired]);
    // What was told about the topology before does not hold any more.
    this.#parts.notices.length = 0;
    this.#parts.source.changed();
    return { retired };
  }

  notify(notice: string): void {
    this.#parts.notices.push(notice);
    this.#parts.source.changed();
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    this.#unannounce();
    const { lab, fleet, log } = this.#parts;
    await lab.stop();
    await Promise.all([this.#dashboard.stop(), shutDown(fleet)]);
    // A change that was under way is soon over without its processes, and may have opened something until then.
    await this.#changing;
    await this.#retiring;
    await lab.stop();
    await log?.close();
  }
}

/** No request is on its way any more, so no server needs the time that its unit gives it to drain. */
async function shutDown(fleet: Fleet): Promise<void> {
  const running = [...fleet.targets.values()];
  const closed = fleet.close();
  // Asked to stop first, so that its end is no crash.
  const stopped = running.map((target) => target.stop());
  for (const target of running) target.kill("SIGKILL");
  await Promise.all([closed, ...stopped]);
}
