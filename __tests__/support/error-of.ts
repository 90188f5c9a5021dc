import { ConfigurationError } from "../../constructs";

/** What a synth is refused with. */
export function errorOf(run: () => void): ConfigurationError {
  try {
    run();
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
