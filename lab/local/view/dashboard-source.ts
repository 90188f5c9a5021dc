import type { ControlAction, DashboardSource, LabSnapshot, Question } from "../dashboard";
import type { TargetProcess } from "../processes";
import type { RunningLab } from "../running-lab";
import type { Traffic } from "../traffic/traffic";
import { askServer } from "../verify/ask-server";
import { takeSnapshot } from "./lab-snapshot";

/** A slowed target answers after this long. */
const slowMs = 2000;
const askTimeoutMs = 90_000;
/** Of requests it is told this often at most: who takes a snapshot for each spends more on that than on the request. */
const requestsEveryMs = 100;

/** The running lab as the dashboard sees and steers it. */
export class LabSource implements DashboardSource {
  readonly #lab: RunningLab;
  readonly #traffic: Traffic;
  readonly #notices: readonly string[];
  readonly #listeners = new Set<() => void>();
  #soon: NodeJS.Timeout | undefined;

  /** @param notices added to while the lab runs */
  constructor(lab: RunningLab, traffic: Traffic, notices: readonly string[]) {
    this.#lab = lab;
    this.#traffic = traffic;
    this.#notices = notices;
    traffic.onRequest(() => {
      this.#soon ??= setTimeout(() => this.changed(), requestsEveryMs).unref();
    });
  }

  /** To be called when anything that a snapshot shows has changed. */
  changed(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    for (const listener of this.#listeners) listener();
  }

  snapshot(): LabSnapshot {
    return takeSnapshot(this.#lab, this.#traffic, this.#notices);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async control(targetKey: string, action: ControlAction): Promise<void> {
    const process = this.#processOf(targetKey);
    if (action === "stop") void process.stop().then(() => this.changed());
    else if (action === "start") await process.start();
    else process.setFault({ ...process.fault, ...faults[action] });
    this.changed();
  }

  async ask({ listener, path, count }: Question): Promise<void> {
    const url = this.#lab.listeners.get(listener)?.url;
    if (url === undefined)
      throw new Error("the listener must be reachable, got one that is not; look at its security groups");
    for (let asked = 0; asked < count; asked += 1) await askServer(new URL(path, url), askTimeoutMs);
  }

  #processOf(targetKey: string): TargetProcess {
    const targets = [...this.#lab.groups.values()].flatMap((group) => group.targets);
    const target = targets.find(({ key }) => key === targetKey);
    if (!target)
      throw new Error(
        `the target must be one of this lab, got ${JSON.stringify(targetKey)}; reload the page`,
      );
    const { process } = target.machine;
    if (!process) throw new Error(`${target.setup.name} runs outside of this lab; stop or start it there`);
    return process;
  }
}

const faults = {
  slow: { delayMs: slowMs },
  normal: { delayMs: undefined },
  "break-health": { breakHealth: true },
  "mend-health": { breakHealth: false },
} as const;
