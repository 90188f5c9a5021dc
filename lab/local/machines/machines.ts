import type { Fleet, TargetProcess } from "../processes";
import type { MachineSetup } from "../setup/types";
import { externalMachine, type Machine, machineOf } from "./machine";

/** The machines of a running lab: processes of its fleet, and servers elsewhere that were connected instead. */
export class Machines {
  readonly #fleet: Fleet;
  /** URL by key, or by name, of a machine. */
  readonly #connected: ReadonlyMap<string, URL>;
  readonly #running = new Map<string, { readonly setup: MachineSetup; readonly machine: Machine }>();
  readonly #onStart: (process: TargetProcess) => void;

  /** @param onStart told of every process once it is up, or clearly is not, to listen to what happens to it from then on */
  constructor(fleet: Fleet, connected: ReadonlyMap<string, URL>, onStart: (process: TargetProcess) => void) {
    this.#fleet = fleet;
    this.#connected = connected;
    this.#onStart = onStart;
  }

  get(key: string): Machine | undefined {
    return this.#running.get(key)?.machine;
  }

  /** Whether it runs what this setup says. */
  isCurrent(setup: MachineSetup): boolean {
    const known = this.#running.get(setup.key);
    return known !== undefined && identity(known.setup) === identity(setup);
  }

  /** Starts a machine; settles when it is up, or when it is clear that it is not. */
  async start(setup: MachineSetup): Promise<Machine> {
    const url = this.#connected.get(setup.key) ?? this.#connected.get(setup.name);
    const machine = url ? externalMachine(setup.key, setup.name, url) : await this.#startProcess(setup);
    this.#running.set(setup.key, { setup, machine });
    return machine;
  }

  /** To be called once no request goes there any more: the time that its unit gives it to drain is not waited for. */
  async remove(key: string): Promise<void> {
    const process = this.#running.get(key)?.machine.process;
    this.#running.delete(key);
    if (!process) return;
    const stopped = process.stop();
    process.kill("SIGKILL");
    await stopped;
    await this.#fleet.remove(key);
  }

  async #startProcess({ key, name, userData, ports, healthPaths }: MachineSetup): Promise<Machine> {
    const process = await this.#fleet.start({ key, name, ...(userData && { userData }), ports, healthPaths });
    this.#onStart(process);
    return machineOf(process);
  }
}

function identity({ name, userData, ports, healthPaths }: MachineSetup): string {
  return JSON.stringify([name, userData?.text, ports, healthPaths]);
}
