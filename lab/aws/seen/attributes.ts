import type { Attributes } from "./seen";

/** Key and value pairs of the load balancing API as an object. */
export function attributesOf(
  pairs: readonly { readonly Key?: string; readonly Value?: string }[] | undefined,
): Attributes {
  return Object.fromEntries((pairs ?? []).map(({ Key = "", Value = "" }) => [Key, Value]));
}
