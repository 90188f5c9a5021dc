import type { Topology } from "../topology";
import { assertKeys, assertMilliseconds, assertStatus } from "./assert-given";
import type { Traffic } from "./clients/traffic";
import { behaviourOf, type Deployment } from "./deployment";
import type { Behaviour } from "./machines/behaviour";
import { otherRoutes } from "./routes/other-routes";
import type { Settings } from "./settings";
import type { Directory } from "./setup/directory";
import type { LabPlan } from "./setup/types";
import { SimulationError } from "./simulation-error";
import type { World } from "./world";

/** Something that is done to the lab at a time of the run. */
export interface Change {
  readonly atMs: number;
  readonly apply: (world: World, traffic: Traffic) => void;
}

export interface DrillContext {
  readonly plan: LabPlan;
  readonly directory: Directory;
  readonly settings: Settings;
  /** Plans a change. */
  readonly add: (change: Change) => void;
  /** Notes what is taken as harmless. */
  readonly assume: (lines: readonly string[]) => void;
}

/**
 * What happens at one moment of a drill. Targets are named by their `Name` tag or server name, Terraform address or
 * construct path. What is done to a server lasts until `mend`, over restarts; it is done to the machine, whose targets
 * may be in several groups.
 */
export class DrillMoment {
  readonly #atMs: number;
  readonly #context: DrillContext;

  constructor(atMs: number, context: DrillContext) {
    this.#atMs = atMs;
    this.#context = context;
  }

  /**
   * The server's process dies, as by SIGKILL: what is in flight on it ends with a 502, new connections are refused, and
   * systemd starts it again where the instance's user data say so (`restartSeconds`).
   */
  kill(target: string): this {
    const { key, restartSeconds } = this.#context.directory.machine(target);
    if (restartSeconds === undefined && this.#context.settings.restartSeconds === undefined)
      throw new SimulationError(
        `${key}: user data must be known to say whether its server starts again, got unknown; give restartSeconds`,
      );
    return this.#machine(target, (machine) => machine.kill());
  }

  /**
   * The instance is stopped: what is in flight ends with a 502, and it is `unused` with `Target.InvalidState` at once.
   * The time that its system takes to shut down is not simulated.
   */
  stop(target: string): this {
    return this.#machine(target, (machine, world) => {
      machine.stop();
      world.noteCondition(machine);
    });
  }

  /**
   * Starts what is down: a stopped or vanished instance, whose server listens after `bootSeconds`, or a server that was
   * killed, after `serverStartSeconds`. Does nothing to one that runs.
   */
  start(target: string): this {
    return this.#machine(target, (machine, world) => {
      machine.start();
      world.noteCondition(machine);
    });
  }

  /** The instance is gone without a word: packets to it get lost, so that only timeouts tell. */
  vanish(target: string): this {
    return this.#machine(target, (machine) => machine.vanish());
  }

  /**
   * All instances of a zone vanish until `restoreZone`. The load balancer's own node there goes on: AWS takes it out of
   * DNS by itself, after a time that it does not publish.
   */
  loseZone(zone: string): this {
    this.#assertZone(zone);
    return this.#add((world) => world.loseZone(zone));
  }

  restoreZone(zone: string): this {
    this.#assertZone(zone);
    return this.#add((world) => world.restoreZone(zone));
  }

  /** Every answer takes this much longer, those to health checks too: 0 to 3,600,000 milliseconds. */
  slow(target: string, delay: { readonly milliseconds: number }): this {
    assertKeys("slow", delay, ["milliseconds"]);
    const { milliseconds } = delay;
    assertMilliseconds("slow", milliseconds);
    return this.#behave(target, { delayMs: milliseconds });
  }

  /** Answers to health checks take this much longer: 0 to 3,600,000 milliseconds. */
  slowHealth(target: string, delay: { readonly milliseconds: number }): this {
    assertKeys("slowHealth", delay, ["milliseconds"]);
    const { milliseconds } = delay;
    assertMilliseconds("slowHealth", milliseconds);
    return this.#behave(target, { healthDelayMs: milliseconds });
  }

  /** Health checks are answered with this status, 200-599, by default 503; everything else as before. */
  breakHealth(target: string, answer: { readonly status?: number } = {}): this {
    assertKeys("breakHealth", answer, ["status"]);
    const { status = 503 } = answer;
    assertStatus("breakHealth", status);
    return this.#behave(target, { healthStatus: status });
  }

  /** The server takes connections and answers nothing, not even health checks. */
  hang(target: string): this {
    return this.#behave(target, { hangs: true });
  }

  /** Another server takes the place of the one that runs, without a gap; what was done to that is forgotten. */
  deploy(target: string, deployment: Deployment = {}): this {
    const behaviour = behaviourOf(deployment);
    return this.#machine(target, (machine) => {
      machine.behaviour = behaviour;
    });
  }

  /** The server answers as it should again. It does not start one that is down. */
  mend(target: string): this {
    return this.deploy(target);
  }

  /**
   * Registers a target that is not registered, or draining; it is probed at once. In all of its groups, or in the one of
   * a registration whose address is given.
   */
  register(target: string): this {
    this.#context.directory.targets(target);
    return this.#add((world) => world.register(target));
  }

  /** Deregisters a target: it drains for the deregistration delay, after which what is in flight ends with a 502. */
  deregister(target: string): this {
    this.#context.directory.targets(target);
    return this.#add((world) => world.deregister(target));
  }

  /**
   * Other listeners, rules and weights take the place of those before, as an apply puts them there: those of a topology
   * that is the same otherwise. What was asked before goes where it went. A group that is newly forwarded to is probed
   * from then on, at the times of its schedule.
   */
  change(topology: Topology): this {
    const { plan, settings, assume } = this.#context;
    const { mix, used, assumptions } = otherRoutes(topology, plan, settings.request);
    assume(assumptions);
    return this.#add((world, traffic) => {
      world.use(used);
      traffic.mix = mix;
    });
  }

  #behave(target: string, change: Partial<Behaviour>): this {
    return this.#machine(target, (machine) => {
      machine.behaviour = { ...machine.behaviour, ...change };
    });
  }

  #machine(target: string, change: (machine: ReturnType<World["machine"]>, world: World) => void): this {
    const { key } = this.#context.directory.machine(target);
    return this.#add((world) => change(world.machine(key), world));
  }

  #add(apply: Change["apply"]): this {
    this.#context.add({ atMs: this.#atMs, apply });
    return this;
  }

  #assertZone(zone: string): void {
    const { machines } = this.#context.plan;
    const zones = [...new Set(machines.flatMap((machine) => machine.zone ?? []))];
    const unknown = machines.find((machine) => machine.zone === undefined);
    if (!zones.includes(zone))
      throw new SimulationError(
        `no target is in zone ${JSON.stringify(zone)}; there are ${zones.join(", ") || "none"}`,
      );
    if (unknown !== undefined)
      throw new SimulationError(
        `${unknown.key}: its zone must be known to lose one, got unknown; simulate a plan, or set it`,
      );
  }
}
