import type { LabContext } from "./balancer/lab-context";
import { viewListener } from "./balancer/listener-view";
import { RunningGroup } from "./balancer/running-group";
import type { RunningTarget } from "./balancer/running-target";
import { TargetPool } from "./http";
import type { LabOptions } from "./lab-options";
import { RunningListener } from "./listeners/running-listener";
import { timeoutsOf } from "./listeners/timeouts";
import type { Machines } from "./machines/machines";
import type { GroupSetup, LabSetup, MachineSetup, TargetSetup } from "./setup/types";

/** Load balancers, groups and machines of one setup, and how they become those of another one. */
export class RunningLab {
  setup: LabSetup = { title: "", loadBalancers: [], groups: [], machines: [], notices: [] };
  readonly groups = new Map<string, RunningGroup>();
  readonly listeners = new Map<string, RunningListener>();
  readonly machines: Machines;
  /** Connections to targets, by load balancer. */
  readonly #connections = new Map<string, TargetPool>();
  readonly #context: LabContext;
  readonly #options: LabOptions;
  readonly #onTarget: (target: RunningTarget, group: RunningGroup, changed: boolean) => void;

  constructor(
    machines: Machines,
    context: LabContext,
    options: LabOptions,
    onTarget: (target: RunningTarget, group: RunningGroup, changed: boolean) => void,
  ) {
    this.machines = machines;
    this.#context = context;
    this.#options = options;
    this.#onTarget = onTarget;
  }

  /**
   * Becomes what the setup says without failing a request: what is new is up before requests go there, what goes gets
   * no new requests before it stops.
   *
   * @returns once all of it is in use; `retired` settles when what has gone is drained and stopped, which another change
   *   need not wait for
   */
  async become(setup: LabSetup): Promise<{ readonly retired: Promise<void> }> {
    const before = this.setup;
    this.setup = setup;
    const [fresh, replaced] = partition(setup.machines, ({ key }) => this.machines.get(key) === undefined);
    await Promise.all(fresh.map((machine) => this.machines.start(machine)));
    for (const group of setup.groups) this.#changeGroup(group);
    this.#registerTargets(setup);
    await this.#changeListeners(setup);
    for (const machine of replaced) await this.#replaceMachine(machine, setup);
    return { retired: this.#retire(before, this.#deregisterTargets(setup)) };
  }

  /** A change that came meanwhile may have taken back what was to go. */
  async #retire(before: LabSetup, drained: readonly Promise<void>[]): Promise<void> {
    const gone = <T>(all: (setup: LabSetup) => readonly T[], keyOf: (one: T) => string) => {
      const kept = new Set(all(this.setup).map(keyOf));
      return all(before).filter((one) => !kept.has(keyOf(one)));
    };
    await Promise.all(drained);
    const machines = gone(
      ({ machines }) => machines,
      ({ key }) => key,
    );
    await Promise.all(machines.map(({ key }) => this.machines.remove(key)));
    for (const { address } of gone(
      ({ groups }) => groups,
      ({ address }) => address,
    ))
      this.#removeGroup(address);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.listeners.values()].map((listener) => listener.close()));
    for (const group of this.groups.values()) group.stop();
    for (const connections of this.#connections.values()) connections.closeAll();
  }

  /** A machine that is to run something else leaves its groups and stops before it starts again: one at a time. */
  async #replaceMachine(machine: MachineSetup, setup: LabSetup): Promise<void> {
    if (this.machines.isCurrent(machine)) return;
    await Promise.all(this.#targetsOn(machine.key).map(([group, target]) => group.deregister(target.key)));
    await this.machines.remove(machine.key);
    await this.machines.start(machine);
    this.#registerTargets(setup);
  }

  #targetsOn(machine: string): readonly (readonly [RunningGroup, RunningTarget])[] {
    return [...this.groups.values()].flatMap((group) =>
      group.targets
        .filter((target) => target.machine.key === machine)
        .map((target) => [group, target] as const),
    );
  }

  #changeGroup(setup: GroupSetup): void {
    const known = this.groups.get(setup.address);
    if (known) {
      known.change(setup);
      return;
    }
    const group: RunningGroup = new RunningGroup(setup, {
      probed: (target, changed) => this.#onTarget(target, group, changed),
      removed: (target) => this.#breakOff(target),
    });
    this.groups.set(setup.address, group);
  }

  #registerTargets({ groups }: LabSetup): void {
    for (const { address, targets } of groups)
      for (const target of targets) this.#registerTarget(this.groups.get(address), target);
  }

  #registerTarget(group: RunningGroup | undefined, target: TargetSetup): void {
    const machine = this.machines.get(target.machine);
    if (!group || !machine) return;
    const known = group.targets.find(({ key }) => key === target.key);
    const isSame =
      known &&
      known.machine === machine &&
      known.health.state !== "draining" &&
      known.setup.port === target.port;
    if (isSame) group.changeTarget(target);
    else group.register(target, machine);
  }

  async #changeListeners(setup: LabSetup): Promise<void> {
    const declared = setup.loadBalancers.flatMap((lb) => lb.listeners.map((listener) => ({ lb, listener })));
    await Promise.all(
      [...this.listeners].map(async ([address, running]) => {
        const now = declared.find(({ listener }) => listener.address === address)?.listener;
        if (now && isSamePlace(now, running.view.listener)) return;
        this.listeners.delete(address);
        await running.close();
      }),
    );
    for (const { lb, listener } of declared) {
      const view = viewListener(lb, listener, this.groups, (port) => this.#localPort(lb.address, port));
      const known = this.listeners.get(listener.address);
      if (known) known.change(view);
      else {
        const running = new RunningListener(view, this.#context, this.#options);
        await running.open(this.#connectionsOf(lb.address));
        this.listeners.set(listener.address, running);
      }
    }
  }

  #localPort(loadBalancer: string, declared: number): number | undefined {
    for (const { view, port } of this.listeners.values())
      if (view.loadBalancer.address === loadBalancer && view.listener.port === declared) return port;
    return undefined;
  }

  #connectionsOf(address: string): TargetPool {
    const known = this.#connections.get(address);
    if (known) return known;
    const attributes = () => this.setup.loadBalancers.find((lb) => lb.address === address)?.attributes;
    const connections = new TargetPool(timeoutsOf(attributes, this.#options.timeouts));
    this.#connections.set(address, connections);
    return connections;
  }

  #breakOff({ endpoint }: RunningTarget): void {
    for (const connections of this.#connections.values()) connections.close(endpoint.key, "deregistered");
  }

  #deregisterTargets(setup: LabSetup): readonly Promise<void>[] {
    const kept = new Set(setup.groups.flatMap(({ targets }) => targets.map(({ key }) => key)));
    return [...this.groups.values()].flatMap((group) =>
      group.targets
        .filter(({ key, health }) => !kept.has(key) && health.state !== "draining")
        .map(({ key }) => group.deregister(key)),
    );
  }

  #removeGroup(address: string): void {
    this.groups.get(address)?.stop();
    this.groups.delete(address);
  }
}

/** Only a listener at another port, with other certificates or another policy, has to be opened anew. */
function isSamePlace(one: ListenerPlace, other: ListenerPlace): boolean {
  return JSON.stringify(place(one)) === JSON.stringify(place(other));
}

type ListenerPlace = RunningListener["view"]["listener"];

function place({ protocol, port, sslPolicy, certificates, unreachable }: ListenerPlace): unknown {
  return [protocol, port, sslPolicy, certificates, unreachable];
}

function partition<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))];
}
