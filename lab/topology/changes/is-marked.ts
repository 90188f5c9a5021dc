import type { Json, JsonObject } from "../graph/json";

/** Whether Terraform marks a value, or a part of it: `true`, or the same shape with `true` at such places. */
export function isMarked(mark: Json | undefined): boolean {
  if (typeof mark !== "object" || mark === null) return mark === true;
  const parts = mark as JsonObject;
  // a plan holds thousands of marks, of which nearly all are empty
  for (const key in parts) if (isMarked(parts[key])) return true;
  return false;
}
