import type { Term } from "../term";

/** What `each` and `count` are inside a resource. */
export interface Scope {
  readonly eachKey?: Term;
  readonly eachValue?: Term;
  readonly countIndex?: Term;
}

/** What names stand for inside a configuration. */
export interface Names {
  variable(name: string): Term;
  local(name: string): Term;
  resources(mode: "managed" | "data", type: string, name: string): ResourceGroup | undefined;
}

/** A resource with all of its instances. */
export interface ResourceGroup {
  readonly address: string;
  instances(): Instances;
}

export type Instances =
  | { readonly kind: "single"; readonly instance: Instance }
  | { readonly kind: "repeated"; readonly byKey: ReadonlyMap<string | number, Instance> }
  | { readonly kind: "unknown"; readonly reason: string; readonly instance: Instance };

/** An instance as others refer to it. */
export interface Instance {
  readonly address: string;
  readonly index: string | number | undefined;
  /** What is written in it. */
  readonly body: Term;
  /** What `aws_lb.this` stands for in an expression: `.arn` is an attribute though nothing sets it. */
  readonly attributes: Term;
}
