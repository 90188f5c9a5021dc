import type { Topology } from "../topology";
import { type RequestMix, requestMix } from "./clients/request-mix";
import { Traffic } from "./clients/traffic";
import { Clock } from "./clock/clock";
import { type Change, DrillMoment } from "./drill-moment";
import { type Moment, parseMoment } from "./moment";
import type { SimulationOptions } from "./options";
import { makeReport } from "./report/make-report";
import type { Report } from "./report/report";
import { Tally } from "./report/tally";
import { assertOptions, type Settings, settleOptions } from "./settings";
import { Directory } from "./setup/directory";
import { planLab } from "./setup/plan-lab";
import type { LabPlan } from "./setup/types";
import { SimulationError } from "./simulation-error";
import { settlingMs, World } from "./world";

/**
 * A lab on a clock of its own, which a test breaks on purpose: no socket, no process, no waiting. What a load balancer
 * decides is asked of the same functions as by the lab that runs on this machine. One prober asks each target, where
 * AWS has one in every node, and load makes no server slower.
 *
 * @throws SimulationError where a value that decides is not known, with its name
 */
export function simulate(topology: Topology, options: SimulationOptions): Drill {
  return new Drill(topology, options);
}

/** What is to happen in a simulation, and when. */
export class Drill {
  readonly #plan: LabPlan;
  readonly #directory: Directory;
  readonly #settings: Settings;
  readonly #mix: RequestMix;
  readonly #changes: Change[] = [];
  readonly #assumptions: Set<string>;

  constructor(topology: Topology, options: SimulationOptions) {
    assertOptions(options);
    this.#plan = planLab(topology, options.loadBalancer);
    this.#directory = new Directory(this.#plan);
    this.#settings = settleOptions(options, this.#directory);
    this.#mix = requestMix(options.request, this.#plan.loadBalancer);
    this.#assumptions = new Set(this.#plan.assumptions);
  }

  /** What the input leaves open and is taken as harmless, a line each. */
  get assumptions(): readonly string[] {
    return [...this.#assumptions];
  }

  /**
   * A time of the run, such as `90s`, `1m30s` or `250ms`; a number is milliseconds. Of one time, what is said first
   * happens first.
   */
  at(moment: Moment): DrillMoment {
    return new DrillMoment(parseMoment(moment, "at"), {
      plan: this.#plan,
      directory: this.#directory,
      settings: this.#settings,
      add: (change) => this.#changes.push(change),
      assume: (lines) => {
        for (const line of lines) this.#assumptions.add(line);
      },
    });
  }

  /**
   * Runs for so long, and then until every request that was asked has ended. It may be run again, from the start.
   *
   * @throws SimulationError for something planned after the end
   */
  run(duration: Moment): Report {
    const endMs = parseMoment(duration, "run");
    const late = this.#changes.find(({ atMs }) => atMs > endMs);
    if (late !== undefined)
      throw new SimulationError(
        `run: must last until the last thing planned at ${late.atMs} ms, got ${endMs} ms; run longer`,
      );
    const clock = new Clock(this.#settings.begin === "settled" ? -settlingMs(this.#plan) : 0);
    const tally = new Tally();
    const world = new World(this.#plan, this.#settings, this.#directory, clock, tally);
    const traffic = new Traffic(world, this.#mix);
    for (const { atMs, apply } of this.#changes) clock.at(atMs, () => apply(world, traffic));
    world.begin();
    traffic.begin(endMs);
    clock.runUntil(endMs);
    clock.runUntil(Number.POSITIVE_INFINITY, () => tally.inFlight > 0);
    return makeReport(tally, { ...this.#plan, assumptions: this.assumptions }, this.#directory, endMs);
  }
}
