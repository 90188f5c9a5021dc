import type { Json } from "../graph/json";

/** What a plan is about to do to one object. */
export interface ResourceChange {
  readonly address: string;
  /** Terraform resource type, such as `aws_lb`; empty where the plan leaves it out. */
  readonly type: string;
  /** Address before a move; absent: it stays where it is. */
  readonly previousAddress?: string;
  /** Id of an object that a replacement left behind and that is still to be destroyed. */
  readonly deposed?: string;
  readonly kind: ChangeKind;
  /** Of a replacement: what Terraform does first (`create_before_destroy`). */
  readonly first?: "create" | "destroy";
  /** True: Terraform takes over an object that exists already. */
  readonly isImported?: true;
  /** Arguments whose change forces a replacement, such as `name` or `tags.Name`; empty where Terraform names none. */
  readonly forcedBy: readonly string[];
  /** Terraform's own word for why, such as `replace_because_tainted`. */
  readonly reason?: string;
  /** Arguments that are not as they were, in the order of their names; worked out when it is asked for. */
  readonly differences: readonly Difference[];
}

/** `forget`: Terraform lets go of it without destroying it. `other`: an action that this version does not know. */
export type ChangeKind = "create" | "update" | "replace" | "destroy" | "forget" | "nothing" | "other";

/** One argument before and after. */
export interface Difference {
  /** Such as `port` or `health_check[0].path`. */
  readonly path: string;
  readonly before: Shown;
  readonly after: Shown;
  /** Of the `value` of a block that is a pair: what its `name` or `key` says, before and after. */
  readonly pairNames?: readonly string[];
}

/** A value as it may be shown. What Terraform calls sensitive has to be asked for, so that nothing prints it by accident. */
export type Shown =
  | { readonly kind: "value"; readonly value: Json }
  | { readonly kind: "not-set" }
  /** Known after apply. */
  | { readonly kind: "unknown" }
  | { readonly kind: "sensitive"; readonly reveal: () => Json };

/** What a plan changes. */
export interface PlanChanges {
  /** Of every managed resource in the plan, also those that stay as they are; data sources are none. */
  readonly changes: readonly ResourceChange[];
  /** Data sources that are read at apply. */
  readonly reads: number;
  /** What is not any more as Terraform left it; nobody planned that. */
  readonly drifted: readonly ResourceChange[];
  /** Addresses of which Terraform decides only in a later plan. */
  readonly deferred: readonly string[];
  /**
   * True: Terraform says that applying it leaves something to be done, because it is limited by `-target` or `-exclude`, or
   * because something is deferred. Older versions do not say.
   */
  readonly isIncomplete?: true;
}
