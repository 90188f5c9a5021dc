/**
 * A value that the input does not determine, with the reason, such as `known after apply`. It is never guessed, and
 * whoever reads a topology has to say so.
 */
export interface Unknown {
  readonly unknown: string;
}

/** A value, or the reason why nobody can say yet. */
export type Knowable<T> = T | Unknown;

export function unknown(reason: string): Unknown {
  return { unknown: reason };
}

export function isUnknown(value: unknown): value is Unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "unknown");
}

export function isKnown<T>(value: Knowable<T>): value is T {
  return !isUnknown(value);
}

/**
 * Where a value points: at an element of this topology by its Terraform address, at something that the input does not
 * declare (a literal id, ARN, address), or nobody can say.
 */
export type Link = { readonly address: string } | { readonly external: string } | Unknown;

/** What every part of a topology carries. */
export interface Element {
  /** Terraform address, such as `module.shop.aws_lb.this["a"]`. Unique in a topology. */
  readonly address: string;
  /** Terraform resource type, such as `aws_lb` or `aws_alb`. */
  readonly type: string;
  /** Path of the construct that declared it, such as `dev/alb/targets/group`; absent when CDKTF did not. */
  readonly path?: string;
  /** Present when `count` or `for_each` is not known: this then stands for none, one or many. */
  readonly instances?: Unknown;
}
