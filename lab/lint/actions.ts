import {
  type Block,
  isUnknown,
  type Knowable,
  type Listener,
  type ListenerRule,
  type Value,
} from "../topology";
import { rulesIn } from "./conditions";
import { memoize } from "./memoize";
import type { Subject } from "./subject";
import { known } from "./values";
import { numberOf } from "./whole-number";

/** The actions of a rule, or those of a listener by default, as they are written. */
export interface ActionList {
  readonly owner: Listener | ListenerRule;
  /** Whose requests it answers; absent where nobody knows. */
  readonly listener?: Listener;
  readonly argument: "action" | "default_action";
  readonly actions: readonly WrittenAction[];
}

export interface WrittenAction {
  /** Undefined where it is not set. */
  readonly type: Knowable<string> | undefined;
  /** Of the block where it says none (TF53). */
  readonly order: Knowable<number>;
  readonly block: Block;
}

/** One action, and the list in which it stands. */
export interface PlacedAction extends WrittenAction {
  readonly list: ActionList;
}

export const ROUTING_TYPES: readonly string[] = ["forward", "redirect", "fixed-response"];
export const SIGN_IN_TYPES: readonly string[] = ["authenticate-oidc", "authenticate-cognito"];
/** Those that may stand before the one that routes; Terraform knows the last one since provider 6 only. */
export const GUARDING_TYPES: readonly string[] = [...SIGN_IN_TYPES, "jwt-validation"];

/** Every list of actions of which the blocks are known, of listeners first. */
export const actionLists = memoize((subject: Subject): readonly ActionList[] => [...readLists(subject)]);

function* readLists(subject: Subject): Generator<ActionList> {
  for (const listener of subject.listeners()) {
    if (!isOfApplication(subject, listener)) continue;
    const actions = actionsIn(subject, listener, "default_action");
    if (actions !== undefined) yield { owner: listener, listener, argument: "default_action", actions };
  }
  for (const rule of rulesIn(subject)) {
    const listener = subject.listenerOf(rule);
    const actions = actionsIn(subject, rule, "action");
    if (actions !== undefined)
      yield { owner: rule, argument: "action", actions, ...(listener !== undefined && { listener }) };
  }
}

/** Every action of some types. */
export function* actionsOf(subject: Subject, ...types: readonly string[]): Generator<PlacedAction> {
  for (const list of actionLists(subject))
    for (const action of list.actions)
      if (types.some((type) => type === action.type)) yield { ...action, list };
}

/** The block that belongs to the type of an action: that of its name, such as `fixed_response`. */
export function settingsOf({ type, block }: WrittenAction): Block | undefined {
  const name = known(type)?.replaceAll("-", "_");
  return name === undefined ? undefined : known(block.blocks(name))?.[0];
}

/** A text as it is set, also the empty one; numbers are taken as text, as Terraform does. */
export function textAt(block: Block, ...path: readonly string[]): Knowable<string> | undefined {
  const value = block.value(...path);
  if (value === undefined || value === null) return undefined;
  if (isUnknown(value)) return value;
  return typeof value === "object" ? { unknown: "no text" } : String(value);
}

/** A number that is known; undefined for all else. */
export function numberAt(block: Block, ...path: readonly string[]): number | undefined {
  const value = block.value(...path);
  return isUnknown(value) ? undefined : numberOf(value as Value | undefined);
}

/** A truth value that is known; undefined for all else. */
export function flagAt(block: Block, ...path: readonly string[]): boolean | undefined {
  const value = block.value(...path);
  if (value === true || value === "true" || value === "1") return true;
  return value === false || value === "false" || value === "0" ? false : undefined;
}

/** Whether nothing is set, or an empty text. What is unknown is set. */
export function isMissing(block: Block, ...path: readonly string[]): boolean {
  const text = textAt(block, ...path);
  return text === undefined || text === "";
}

function actionsIn(
  subject: Subject,
  { address }: Listener | ListenerRule,
  argument: ActionList["argument"],
): readonly WrittenAction[] | undefined {
  return known(subject.resource(address)?.blocks(argument))?.map((block, index) => ({
    type: textAt(block, "type"),
    order: orderOf(block, index + 1),
    block,
  }));
}

function orderOf(block: Block, position: number): Knowable<number> {
  const value = block.value("order");
  if (value === undefined || value === null) return position;
  return isUnknown(value) ? value : (numberOf(value as Value) ?? { unknown: "no number" });
}

/** A listener for TCP, UDP or TLS whose load balancer nobody knows is of another kind. */
function isOfApplication(subject: Subject, listener: Listener): boolean {
  if (subject.loadBalancerOf(listener) !== undefined) return true;
  const { loadBalancer, protocol } = listener;
  if ("external" in loadBalancer) return !/:loadbalancer\/(net|gwy)\//.test(loadBalancer.external);
  return /^HTTPS?$/.test(known(protocol) ?? "HTTP");
}
