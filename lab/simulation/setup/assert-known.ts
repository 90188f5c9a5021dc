import { type Element, isUnknown, type Settled, settle } from "../../topology";
import { SimulationError } from "../simulation-error";

/**
 * The part with everything in it known.
 *
 * @param where Terraform address of what it is a part of
 * @throws SimulationError with the names of what is not
 */
export function assertKnown<T extends object>(where: string, part: T): Settled<T> {
  const settlement = settle(part);
  if ("settled" in settlement) return settlement.settled;
  const unknowns = settlement.unknowns.map(({ at, reason }) => `${at} (${reason})`);
  throw new SimulationError(
    `${where}: must be known to be simulated, got unknown ${unknowns.join(", ")}; simulate a plan, or set it`,
  );
}

/** @throws SimulationError for something that may be there several times, or not at all */
export function assertCounted({ address, instances }: Element): void {
  if (instances !== undefined && isUnknown(instances))
    throw new SimulationError(
      `${address}: must be there a known number of times to be simulated, got unknown (${instances.unknown}); simulate a plan`,
    );
}
