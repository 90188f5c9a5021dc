import type { Subject } from "./subject";

/** Whether an argument is certainly not set: absent, null or empty, but not unknown. */
export function isNotSet(
  subject: Subject,
  { address }: { readonly address: string },
  ...path: readonly string[]
): boolean {
  const resource = subject.resource(address);
  return resource !== undefined && [undefined, null, ""].includes(resource.value(...path) as string);
}
