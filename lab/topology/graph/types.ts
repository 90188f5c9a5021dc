import type { Knowable, Link, Unknown } from "../known";
import type { TopologySource } from "../model/topology";

/** JSON in which every part may be unknown by itself. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Unknown
  | readonly Value[]
  | { readonly [key: string]: Value };

/**
 * Where something is: names of arguments and nested blocks, positions in lists, keys of maps. A name that meets a list
 * of one goes on in that one, because Terraform writes a single nested block as an object or as a list of one.
 */
export type Path = readonly (string | number)[];

/** What is set in a resource or in one of its nested blocks. Names are those of the provider, such as `vpc_id`. */
export interface Block {
  /** `undefined`: not set, or null. A list or a map that is known may hold parts that are not. */
  value(...path: Path): Knowable<Value | undefined>;
  /** A text, with U+FFFC in place of each part of it that is not known; `undefined`: not set, or all of it is unknown. */
  outline(...path: Path): string | undefined;
  /** What an id, ARN or name points at; `undefined`: not set, null or empty. */
  link(...path: Path): Link | undefined;
  /** What a list of ids or ARNs points at; empty when it is not set. */
  links(...path: Path): Knowable<readonly Link[]>;
  /** Nested blocks of a name in their order, however they are written; empty when there are none. */
  blocks(...path: Path): Knowable<readonly Block[]>;
  /** Whether Terraform hides it in its output; `false` in a synthesized stack, which does not say. */
  isSensitive(...path: Path): boolean;
}

/** One instance of a resource or of a data source. */
export interface Resource extends Block {
  /** Terraform address, such as `module.shop["a"].aws_lb.this[0]`. Unique in a graph. */
  readonly address: string;
  readonly mode: "managed" | "data";
  /** Resource type, such as `aws_lb`. */
  readonly type: string;
  /** Name in its module, such as `this`. */
  readonly name: string;
  /** Address of the module instance that it is in, such as `module.shop["a"]`; absent in the root module. */
  readonly module?: string;
  /** Its `count` or `for_each` key; absent when it has neither. */
  readonly index?: string | number;
  /** Path of the construct that declared it; only in a synthesized stack. */
  readonly path?: string;
  /** Present when `count` or `for_each` is not known: this then stands for none, one or many instances. */
  readonly instances?: Unknown;
}

/** Everything that a Terraform input declares, references resolved. */
export interface ResourceGraph {
  readonly source: TopologySource;
  /** Every instance, also of types that nobody models, in the order of addresses. */
  readonly resources: readonly Resource[];
  /** What is declared but cannot be looked into: calls of modules in a synthesized stack. */
  readonly unread: readonly { readonly address: string; readonly type: string }[];
  resource(address: string): Resource | undefined;
}
