import type { Difference, Json, ResourceChange, Shown } from "../topology";

/**
 * Whether somebody changed a resource beside Terraform. What was empty and now has a value is none: AWS filled it in, and
 * Terraform only records it.
 */
export function isDrift({ kind, differences }: ResourceChange): boolean {
  return kind !== "update" || differences.some(isTouched);
}

export function isTouched({ before }: Difference): boolean {
  return !isEmpty(before);
}

function isEmpty(shown: Shown): boolean {
  return shown.kind === "not-set" || (shown.kind === "value" && isEmptyJson(shown.value));
}

function isEmptyJson(value: Json): boolean {
  if (value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
