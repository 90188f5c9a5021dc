import type { ControlAction, DashboardSource, LabSnapshot, Question, Reply } from "../dashboard";
import type { TargetProcess } from "../processes";
import type { RunningLab } from "../running-lab";
import type { Traffic } from "../traffic/traffic";
import { askServer } from "../verify/ask-server";
import { takeSnapshot } from "./lab-snapshot";
import { delaysIn } from "./target-view";

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
    const { process, name, delays } = this.#steered(targetKey);
    if (action === "stop") void process.stop().then(() => this.changed());
    else if (action === "start") await process.start();
    else if (action !== "kill") process.setFault({ ...process.fault, ...faultFor(action, delays) });
    else if (!process.kill("SIGKILL")) throw new Error(`${name} must run to be crashed; start it`);
    this.changed();
  }

  async ask({ listener, path }: Question): Promise<Reply> {
    const url = this.#lab.listeners.get(listener)?.url;
    if (url === undefined)
      throw new Error("the listener must be reachable, got one that is not; look at its security groups");
    const [before] = this.#traffic.recent();
    // Not relative to it: `//elsewhere` would be another host.
    const reply = await askServer(new URL(`${new URL(url).origin}${path}`), askTimeoutMs);
    if (!("status" in reply)) return { status: 0 };
    const asked = { listener, path, status: reply.status };
    const targetName = reply.fromLoadBalancer ? undefined : this.#answererOf(asked, before?.id ?? 0);
    return { status: reply.status, ...(targetName !== undefined && { targetName }) };
  }

  /** Who answered the first such request after another one. */
  #answererOf(asked: Question & Reply, after: number): string | undefined {
    const [path] = asked.path.split("?");
    const requests = [...this.#traffic.recent()].reverse();
    return requests.find(
      (request) =>
        request.id > after &&
        request.listener === asked.listener &&
        request.status === asked.status &&
        request.path.split("?")[0] === path,
    )?.targetName;
  }

  #steered(targetKey: string) {
    const targets = [...this.#lab.groups.values()].flatMap(({ setup, targets }) =>
      targets.map((target) => ({ target, group: setup })),
    );
    const found = targets.find(({ target }) => target.key === targetKey);
    if (!found)
      throw new Error(
        `the target must be one of this lab, got ${JSON.stringify(targetKey)}; reload the page`,
      );
    const { process } = found.target.machine;
    const { name } = found.target.setup;
    if (!process) throw new Error(`${name} runs outside of this lab; stop or start it there`);
    return { process, name, delays: delaysIn(found.group) };
  }
}

type Fault = TargetProcess["fault"];
type FaultAction = Exclude<ControlAction, "stop" | "start" | "kill">;

function faultFor(action: FaultAction, { slowMs, hangMs }: ReturnType<typeof delaysIn>): Fault {
  const faults = {
    slow: { delayMs: slowMs },
    hang: { delayMs: hangMs },
    normal: { delayMs: undefined },
    "break-health": { breakHealth: true },
    "mend-health": { breakHealth: false },
  } satisfies Record<FaultAction, Fault>;
  return faults[action];
}
