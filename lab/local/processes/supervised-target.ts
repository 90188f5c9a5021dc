import { EventEmitter } from "node:events";
import type { Command } from "./commands";
import { checkFault, childFault } from "./fault";
import type { Run } from "./run";
import { type Child, spawnChild } from "./spawn-child";
import { isAlive, STOPPED, type Supervision, type SupervisionEvent, supervise } from "./supervision";
import type { Fault, TargetEvents, TargetProcess } from "./target-process";

/** Owns the process of a target; what follows from what is decided in `supervision.ts`. */
export class SupervisedTarget implements TargetProcess {
  readonly #run: Run;
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  readonly #listening = new Map<number, number>();
  #supervision: Supervision = STOPPED;
  #fault: Fault = {};
  #command: Command | undefined;
  #child: Child | undefined;
  #retry: NodeJS.Timeout | undefined;
  #kill: NodeJS.Timeout | undefined;

  constructor(run: Run) {
    this.#run = run;
  }

  get key(): string {
    return this.#run.key;
  }

  get name(): string {
    return this.#run.name;
  }

  get standIn(): string | undefined {
    return this.#run.standIn;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get supervision(): Supervision {
    return this.#supervision;
  }

  get fault(): Fault {
    return this.#fault;
  }

  get host(): string {
    return this.#run.placement.host;
  }

  get ports(): ReadonlyMap<number, number> {
    return new Map([...this.#run.placement.ports, ...this.#listening]);
  }

  reach(port: number): { readonly host: string; readonly port: number } | undefined {
    const local = this.#listening.get(port) ?? this.#run.placement.ports.get(port);
    return local === undefined ? undefined : { host: this.host, port: local };
  }

  on<E extends keyof TargetEvents>(event: E, listener: (...values: TargetEvents[E]) => void): void {
    this.#emitter.on(event, listener);
  }

  off<E extends keyof TargetEvents>(event: E, listener: (...values: TargetEvents[E]) => void): void {
    this.#emitter.off(event, listener);
  }

  async start(): Promise<void> {
    // Without a wait where none is needed: whoever calls `stop` next must find it starting.
    if (this.#supervision.state === "stopping") await this.#until(({ state }) => state !== "stopping");
    if (!isAlive(this.#supervision)) void this.#launch();
    await this.#until(({ state }) => state !== "starting");
  }

  async stop(): Promise<void> {
    const wasStopping = this.#supervision.state === "stopping";
    this.#apply({ kind: "stop-asked" });
    // A second SIGTERM would cut short what the first one lets finish.
    if (!wasStopping && this.#child !== undefined) {
      const child = this.#child;
      child.kill("SIGTERM");
      this.#kill = setTimeout(() => child.kill("SIGKILL"), this.#run.stopTimeoutMs);
    }
    await this.#until(({ state }) => state !== "stopping");
  }

  kill(signal: NodeJS.Signals = "SIGKILL"): boolean {
    this.#child?.kill(signal);
    return this.#child !== undefined;
  }

  setFault(fault: Fault): void {
    checkFault(fault);
    this.#fault = { ...fault };
    this.#child?.send(childFault(this.#fault, this.#run.healthPaths));
  }

  async #launch(): Promise<void> {
    this.#apply({ kind: "launched" });
    try {
      this.#command ??= await this.#run.prepare();
      // Somebody may have stopped it while its packages were installed.
      if (this.#supervision.state === "starting") this.#spawn(this.#command);
      else this.#apply({ kind: "exited", reason: "" });
    } catch (error) {
      this.#command = undefined;
      this.#apply({ kind: "impossible", reason: (error as Error).message });
    }
  }

  #spawn(command: Command): void {
    const { host, ports } = this.#run.placement;
    this.#listening.clear();
    this.#child = spawnChild(
      command,
      {
        parent: process.pid,
        host,
        ports: Object.fromEntries(ports),
        fault: childFault(this.#fault, this.#run.healthPaths),
      },
      {
        listening: (asked, port) => this.#opened(asked, port),
        ended: (reason) => this.#ended(reason),
      },
    );
  }

  #opened(asked: number, port: number): void {
    this.#listening.set(asked, port);
    if (this.#run.requiredPorts.every((required) => this.#listening.has(required)))
      this.#apply({ kind: "listening" });
  }

  #ended(reason: string): void {
    clearTimeout(this.#kill);
    this.#child = undefined;
    this.#listening.clear();
    this.#apply({ kind: "exited", reason });
  }

  #apply(event: SupervisionEvent): void {
    const before = this.#supervision;
    const after = supervise(before, event, performance.now(), this.#run.backOff);
    if (after === before) return;
    this.#supervision = after;
    clearTimeout(this.#retry);
    if (after.retryAtMs !== undefined)
      this.#retry = setTimeout(() => void this.#launch(), after.retryAtMs - performance.now());
    this.#tell("change", after, before);
  }

  #tell<E extends keyof TargetEvents>(event: E, ...values: TargetEvents[E]): void {
    this.#emitter.emit(event, ...values);
  }

  /** Settles once its supervision is like this. */
  #until(isSo: (supervision: Supervision) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!isSo(this.#supervision)) return;
        this.#emitter.off("change", check);
        resolve();
      };
      this.#emitter.on("change", check);
      check();
    });
  }
}
