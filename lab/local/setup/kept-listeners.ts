import type { Topology } from "../../topology";
import { LabError } from "../lab-error";
import type { LabSetup } from "./types";

/**
 * A change may remove a listener, but not shut one that is still declared because of what it now says.
 *
 * @throws LabError with why such a listener could not run
 */
export function assertListenersKept(before: LabSetup, after: LabSetup, topology: Topology): void {
  const running = new Set(addressesOf(after));
  const declared = new Set(topology.listeners.map(({ address }) => address));
  const lost = addressesOf(before).filter((address) => declared.has(address) && !running.has(address));
  if (lost.length === 0) return;
  const reasons = lost.map(
    (address) => after.notices.find((notice) => notice.startsWith(`${address} `)) ?? `${address} is left out`,
  );
  throw new LabError(`${reasons.join(", ")}; mend or remove it`);
}

function addressesOf({ loadBalancers }: LabSetup): readonly string[] {
  return loadBalancers.flatMap(({ listeners }) => listeners.map(({ address }) => address));
}
