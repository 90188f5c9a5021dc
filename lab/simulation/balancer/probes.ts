import { isProbed, judgeProbe, nextProbeAt, type ProbeOutcome, parseMatcher, probeRequest } from "../../alb";
import type { Clock } from "../clock/clock";
import type { GroupPlan } from "../setup/types";
import type { SimulatedTarget } from "./simulated-target";

/** Called after every probe; `changed`: AWS would show another state, reason or description now. */
export type ProbeListener = (target: SimulatedTarget, changed: boolean) => void;

/** The health checks of one group: of each target one an interval, whatever the answers take (H14). */
export class Probes {
  readonly #clock: Clock;
  readonly #settings: GroupPlan["group"]["healthCheck"];
  readonly #isSuccess: (status: number) => boolean;
  readonly #listener: ProbeListener;

  constructor(settings: GroupPlan["group"]["healthCheck"], clock: Clock, listener: ProbeListener) {
    this.#clock = clock;
    this.#settings = settings;
    this.#isSuccess = parseMatcher(settings.matcher);
    this.#listener = listener;
  }

  begin(target: SimulatedTarget, firstAtMs: number): void {
    target.probedFromMs = firstAtMs;
    this.#schedule(target, firstAtMs, firstAtMs);
  }

  /** A probe that is under way is given up. */
  end(target: SimulatedTarget): void {
    target.probedFromMs = undefined;
    target.giveUpProbe();
  }

  #schedule(target: SimulatedTarget, firstAtMs: number, dueAtMs: number): void {
    this.#clock.at(dueAtMs, () => {
      if (target.probedFromMs === undefined) return;
      const next = () => {
        const { nowMs } = this.#clock;
        this.#schedule(target, firstAtMs, nextProbeAt(firstAtMs, this.#settings.intervalSeconds, nowMs));
      };
      if (isProbed(target.health)) this.#probe(target, next);
      else next();
    });
  }

  #probe(target: SimulatedTarget, next: () => void): void {
    const settings = this.#settings;
    const { plan, machine } = target;
    if (target.take({ kind: "probing" }, settings)) this.#listener(target, true);
    const { port, path } = probeRequest(settings, { address: plan.machine, port: plan.port });
    const giveUpAtMs = this.#clock.nowMs + settings.timeoutSeconds * 1000;
    const question = {
      port,
      path: path.split("?")[0] ?? path,
      isProbe: true,
      connectByMs: giveUpAtMs,
      answerByMs: giveUpAtMs,
      isBlocked: plan.isHealthBlocked,
    };
    const judge = (outcome: ProbeOutcome) => {
      const verdict = judgeProbe(outcome, this.#isSuccess);
      this.#listener(target, target.take({ kind: "probed", verdict }, settings));
      next();
    };
    const giveUp = machine.visit(question, (end) => judge(end.kind === "broken" ? failed : end));
    if (giveUp === undefined) judge(failed);
    else target.giveUpProbe = giveUp;
  }
}

const failed: ProbeOutcome = { kind: "connection-failed" };
