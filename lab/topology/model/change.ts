/** What a plan is about to do to one object. */
export interface ResourceChange {
  readonly address: string;
  /** Address before a move; absent: it stays where it is. */
  readonly previousAddress?: string;
  /** Id of an object that a replacement left behind and that is still to be destroyed. */
  readonly deposed?: string;
  readonly kind: ChangeKind;
  /** Arguments whose change forces a replacement, such as `name` or `tags.Name`; empty where Terraform names none. */
  readonly forcedBy: readonly string[];
  /** Terraform's own word for why, such as `replace_because_tainted`. */
  readonly reason?: string;
}

/** `forget`: Terraform lets go of it without destroying it. `other`: an action that this version does not know. */
export type ChangeKind = "create" | "update" | "replace" | "destroy" | "forget" | "nothing" | "other";

/** What a plan changes. */
export interface PlanChanges {
  /** Of every managed resource in the plan, also those that stay as they are; data sources are none. */
  readonly changes: readonly ResourceChange[];
  /** Addresses that are not any more as Terraform left them; nobody planned that. */
  readonly drifted: readonly string[];
  /** Addresses of which Terraform decides only in a later plan. */
  readonly deferred: readonly string[];
}
