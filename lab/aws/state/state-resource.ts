import type { Call } from "../asking/calls";

/** Something that AWS has, in the words in which the Terraform provider would record it. */
export interface StateResource {
  /** Terraform type, such as `aws_lb`. */
  readonly type: string;
  /** What it is called where nothing declares it; the address is made of it. */
  readonly label: string;
  /** As in `terraform show -json` of a state; what is undefined is left out. */
  readonly values: Values;
  /** Calls in vain that would have told more of it. */
  readonly unseen?: readonly Call[];
}

export type Values = Readonly<Record<string, unknown>>;

/** Those of these calls that have told nothing. */
export function unseen(answers: { readonly [C in Call]?: unknown }): { readonly unseen?: readonly Call[] } {
  const calls = (Object.keys(answers) as Call[]).filter((call) => answers[call] === undefined);
  return calls.length === 0 ? {} : { unseen: calls };
}

/** Tags as the provider records them. */
export function tagsOf(tags: readonly { readonly Key?: string; readonly Value?: string }[] | undefined): {
  readonly tags: Readonly<Record<string, string>>;
} {
  return { tags: Object.fromEntries((tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value])) };
}
