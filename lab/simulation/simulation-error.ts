/** What was asked of a simulation cannot be simulated; one line that says why and what to do. */
export class SimulationError extends Error {
  override readonly name = "SimulationError";
}
