import { type Drill, type SimulationOptions, simulate as simulateTopology } from "../simulation";
import type { Topology } from "../topology";
import { CannotJudge } from "./cannot-judge";
import { type InputOptions, readReceived } from "./received/read-received";

/** Who asks what, and how servers answer; and which stack is meant where the input holds several. */
export interface DrillOptions extends SimulationOptions, InputOptions {}

/**
 * A failure drill of whatever `expect` takes: a lab on a clock of its own, which the test breaks on purpose. Nothing is
 * started and nothing waits; the same seed gives the same run.
 *
 * @throws where the input is none, or a value that decides is not known, with its name
 */
export function simulate(input: unknown, options: DrillOptions): Drill {
  const { stack, ...simulation } = { ...options };
  return simulateTopology(opened(input, { stack }, "simulate"), simulation);
}

/** The topology of whatever `expect` takes, such as for `change` of a drill. @throws where the input is none */
export function topologyOf(input: unknown, options: InputOptions = {}): Topology {
  return opened(input, options, "topologyOf");
}

function opened(input: unknown, options: InputOptions, by: string): Topology {
  try {
    return readReceived(input, options).topology;
  } catch (error) {
    if (error instanceof CannotJudge) error.message = error.message.replace(/^expect\(/, `${by}(`);
    throw error;
  }
}
