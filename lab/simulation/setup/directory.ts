import { SimulationError } from "../simulation-error";
import type { LabPlan, MachinePlan, TargetPlan } from "./types";

/** Finds machines and targets by what people call them: a `Name` tag, a Terraform address, a construct path. */
export class Directory {
  readonly #plan: LabPlan;

  constructor(plan: LabPlan) {
    this.#plan = plan;
  }

  /** @throws SimulationError for a name that nothing has, or more than one */
  machine(name: string): MachinePlan {
    const found = this.#machines(name);
    const [first] = found;
    if (first === undefined) throw new SimulationError(this.#nobody(name));
    if (found.length > 1)
      throw new SimulationError(
        `${JSON.stringify(name)}: must be the name of one target, got ${found.length}; use an address: ` +
          found.map(({ key }) => key).join(", "),
      );
    return first;
  }

  /** All registrations of a machine; with the address or path of one, that one. */
  targets(name: string): readonly TargetPlan[] {
    const all = this.#plan.groups.flatMap(({ targets }) => targets);
    const own = all.filter(({ key, path }) => key === name || path === name);
    if (own.length > 0) return own;
    const { key } = this.machine(name);
    return all.filter(({ machine }) => machine === key);
  }

  /**
   * One registration.
   *
   * @param group name or address of its target group; undefined: it is in one only
   */
  target(name: string, group: string | undefined): TargetPlan {
    const groups = this.#plan.groups.filter(
      ({ address, name: own }) => group === undefined || group === address || group === own,
    );
    const found = this.targets(name).filter((target) =>
      groups.some(({ address }) => address === target.group),
    );
    const [first] = found;
    if (first !== undefined && found.length === 1) return first;
    const there = this.targets(name).map((target) => target.group);
    throw new SimulationError(
      `${JSON.stringify(name)}: must be looked up in one target group, got ${group ?? "none"}; it is in ${there.join(", ")}`,
    );
  }

  nameOf(target: TargetPlan): string {
    return this.#plan.machines.find(({ key }) => key === target.machine)?.name ?? target.machine;
  }

  #machines(name: string): readonly MachinePlan[] {
    const { machines, groups } = this.#plan;
    const keys = groups
      .flatMap(({ targets }) => targets)
      .filter(({ key, path }) => key === name || path === name)
      .map(({ machine }) => machine);
    const byName = machines.filter((machine) => machine.name === name || machine.aliases.includes(name));
    return byName.length > 0 ? byName : machines.filter(({ key }) => key === name || keys.includes(key));
  }

  #nobody(name: string): string {
    const names = this.#plan.machines.map((machine) => machine.name);
    const there = names.length === 0 ? "none" : names.join(", ");
    return `no target is called ${JSON.stringify(name)}; there are ${there}`;
  }
}
