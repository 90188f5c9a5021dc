import type { Cause } from "./cause";
import * as causes from "./causes";

/** Every cause, in the order of ids. */
export const allCauses: readonly Cause[] = Object.values(causes).sort(({ id: one }, { id: other }) =>
  one < other ? -1 : 1,
);
