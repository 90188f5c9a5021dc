/** No target can run on this machine as it is; one line that says what to do. */
export class FleetError extends Error {
  override readonly name = "FleetError";
}
