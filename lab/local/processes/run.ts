import type { Placement } from "./addresses";
import type { Command } from "./commands";
import type { BackOff } from "./supervision";

/** How one target is run. */
export interface Run {
  readonly key: string;
  readonly name: string;
  readonly standIn?: string;
  readonly placement: Placement;
  /** Ports of the instance that must be open before it counts as running; any one where none is known. */
  readonly requiredPorts: readonly number[];
  readonly healthPaths: readonly string[];
  readonly backOff: BackOff;
  readonly stopTimeoutMs: number;
  /** Makes everything ready, once; rejects when the target cannot run here. */
  prepare(): Promise<Command>;
}
