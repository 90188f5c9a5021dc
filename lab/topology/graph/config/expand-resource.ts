import { resourceAddress, withIndex } from "../address";
import { IDENTITIES } from "../identities";
import { member } from "../json";
import { hidden, scalar, type Term } from "../term";
import type { Declaration } from "./declarations";
import type { Evaluator } from "./evaluator";
import type { Instance, Instances, Scope } from "./scope";

/** More instances than this are not listed one by one. */
const MOST_INSTANCES = 10_000;

const root: Scope = {};

/** The instances that `count` and `for_each` make. */
export function expandResource(declaration: Declaration, evaluator: Evaluator): Instances {
  const { mode, type, name, body } = declaration;
  const address = resourceAddress(mode, type, name);
  const make = (scope: Scope, index?: string | number): Instance => {
    const own = withIndex(address, index);
    const written = evaluator.term(body, scope);
    return { address: own, index, body: written, attributes: attributesOf(own, mode, written) };
  };
  const lost = (reason: string): Instances => {
    const nobody = hidden(reason);
    const scope = { eachKey: nobody, eachValue: nobody, countIndex: nobody };
    return { kind: "unknown", reason, instance: make(scope) };
  };
  const count = evaluator.term(member(body, "count"), root);
  if (count.kind !== "absent") {
    const size = sizeOf(count);
    if (typeof size === "string") return lost(`the number of ${address} is not known: ${size}`);
    const indexes = Array.from({ length: size }, (_, index) => index);
    return repeated(indexes.map((index) => make({ countIndex: scalar(index) }, index)));
  }
  const forEach = evaluator.term(member(body, "for_each"), root);
  if (forEach.kind === "absent") return { kind: "single", instance: make(root) };
  const entries = entriesOf(forEach);
  if (typeof entries === "string") return lost(`the keys of ${address} are not known: ${entries}`);
  return repeated(entries.map(([key, eachValue]) => make({ eachKey: scalar(key), eachValue }, key)));
}

function repeated(instances: readonly Instance[]): Instances {
  return { kind: "repeated", byKey: new Map(instances.map((one) => [one.index ?? "", one])) };
}

/** A number of instances, or why it is not known. */
function sizeOf(count: Term): number | string {
  if (count.kind === "unknown") return count.reason;
  const size = count.kind === "scalar" ? Number(count.value) : Number.NaN;
  if (!Number.isSafeInteger(size) || size < 0) return "count is not a number";
  return size > MOST_INSTANCES ? tooMany(size) : size;
}

/** Keys and values, or why they are not known. */
function entriesOf(forEach: Term): readonly (readonly [string, Term])[] | string {
  if (forEach.kind === "unknown") return forEach.reason;
  if (forEach.kind === "map") {
    const { keys, at } = forEach;
    const interpolated = keys.find((key) => /[$%]\{/.test(key));
    if (interpolated !== undefined) return `the key ${interpolated} is not evaluated`;
    return keys.length > MOST_INSTANCES ? tooMany(keys.length) : keys.map((key) => [key, at(key)] as const);
  }
  if (forEach.kind !== "list") return "for_each is neither a map nor a set";
  const items = forEach.items();
  if (items.length > MOST_INSTANCES) return tooMany(items.length);
  const unclear = items.find((item) => item.kind !== "scalar");
  if (unclear) return unclear.kind === "unknown" ? unclear.reason : "for_each is not a set of texts";
  return items.flatMap((item) => (item.kind === "scalar" ? [[String(item.value), item] as const] : []));
}

function tooMany(size: number): string {
  return `${size} are more than ${MOST_INSTANCES}`;
}

/** What others see of an instance: what it sets, and attributes that AWS gives it. */
function attributesOf(address: string, mode: Declaration["mode"], written: Term): Term {
  const when = mode === "data" ? "is read when Terraform plans" : "is known after apply";
  const at = (name: string): Term => {
    const set = written.kind === "map" ? written.at(name) : written;
    const term = set.kind === "absent" ? hidden(`${address}.${name} ${when}`) : set;
    return IDENTITIES.has(name) ? { ...term, link: () => ({ address }) } : term;
  };
  return { kind: "map", keys: written.kind === "map" ? written.keys : [], at };
}
