import type { Defect } from "./defect";
import * as defects from "./defects";

/** Every defect, in the order of ids. */
export const allDefects: readonly Defect[] = Object.values(defects).sort(({ id: one }, { id: other }) =>
  one < other ? -1 : 1,
);
