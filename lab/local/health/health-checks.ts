import { isProbed, judgeProbe, nextProbeAt, parseMatcher, probeRequest } from "../../alb";
import { nowhere, type RunningTarget } from "../balancer/running-target";
import type { GroupSetup } from "../setup/types";
import { makeProbe } from "./make-probe";

/** How the health checks of one group are made; replaced as a whole when the group changes. */
type Settings = GroupSetup["group"]["healthCheck"];

/** Called after every probe; `changed`: AWS would show another state, reason or description now. */
export type ProbeListener = (target: RunningTarget, changed: boolean) => void;

/**
 * Probes the targets of one group on its schedule: the first time at once, then once per interval, however long the
 * answers take (H14).
 */
export class HealthChecks {
  readonly #timers = new Map<RunningTarget, NodeJS.Timeout>();
  readonly #underWay = new Map<RunningTarget, AbortController>();
  readonly #listener: ProbeListener;
  #settings: Settings;
  #isSuccess: (status: number) => boolean;

  constructor(settings: Settings, listener: ProbeListener) {
    this.#listener = listener;
    this.#settings = settings;
    this.#isSuccess = successOf(settings);
  }

  /** Other settings from the next probe on; what was counted so far stays (H13). */
  set settings(settings: Settings) {
    this.#settings = settings;
    this.#isSuccess = successOf(settings);
  }

  /** Starts to probe a target; does nothing when it does already. */
  begin(target: RunningTarget): void {
    if (this.#timers.has(target)) return;
    const firstAtMs = performance.now();
    this.#schedule(target, firstAtMs, firstAtMs);
  }

  /** A probe that is under way is given up. */
  end(target: RunningTarget): void {
    clearTimeout(this.#timers.get(target));
    this.#timers.delete(target);
    this.#underWay.get(target)?.abort();
  }

  stop(): void {
    for (const target of [...this.#timers.keys()]) this.end(target);
  }

  #schedule(target: RunningTarget, firstAtMs: number, dueAtMs: number): void {
    const run = async () => {
      if (isProbed(target.health)) await this.#probe(target);
      if (!this.#timers.has(target)) return;
      const { intervalSeconds } = this.#settings;
      // A timer may fire a little early, which must not make one moment two.
      const doneAtMs = Math.max(performance.now(), dueAtMs + intervalSeconds * 500);
      this.#schedule(target, firstAtMs, nextProbeAt(firstAtMs, intervalSeconds, doneAtMs));
    };
    this.#timers.set(target, setTimeout(run, dueAtMs - performance.now()));
  }

  async #probe(target: RunningTarget): Promise<void> {
    const settings = this.#settings;
    if (target.take({ kind: "probing" }, settings)) this.#listener(target, true);
    const { machine, setup } = target;
    const probe = probeRequest(settings, { address: addressOf(machine.reach(setup.port)), port: setup.port });
    const place = machine.reach(probe.port);
    const atMs = Date.now();
    const startedAt = performance.now();
    const endpoint = { ...(place ?? nowhere), blackhole: setup.healthBlocked !== undefined };
    const abort = new AbortController();
    this.#underWay.set(target, abort);
    const { outcome, seen } = await makeProbe(endpoint, probe, settings.timeoutSeconds * 1000, abort);
    this.#underWay.delete(target);
    if (!this.#timers.has(target)) return;
    const verdict = judgeProbe(outcome, this.#isSuccess);
    target.record({ atMs, passed: verdict.passed, seen, tookMs: performance.now() - startedAt });
    this.#listener(target, target.take({ kind: "probed", verdict }, settings));
  }
}

/** The local address stands for the private one, which nobody knows before apply. */
function addressOf(place: { readonly host: string } | undefined): string {
  return place?.host ?? nowhere.host;
}

/** A matcher that AWS would refuse lets nothing pass. */
function successOf({ matcher }: Settings): (status: number) => boolean {
  try {
    return parseMatcher(matcher);
  } catch {
    return () => false;
  }
}
