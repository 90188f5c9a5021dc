import { resourceAddress, withIndex } from "../address";
import { type Json, member, memberAt } from "../json";
import { referencesOf } from "./origin";
import { inModule, type PlannedInstances } from "./planned-instances";
import type { ModuleFrame, PlannedModules, Site } from "./planned-modules";
import { longestOnly, parseReference, type Reference } from "./reference";

/** Variables and outputs of more modules than this are not followed. */
const MOST_HOPS = 50;

/** Expressions with more references than this are not looked into. */
const MOST_REFERENCES = 500;

/** What references lead to, or why that cannot be said. */
export type Trace = { readonly targets: readonly Target[] } | { readonly lost: string };

/** A resource: one instance, or several of which a plan does not show which. */
export interface Target {
  readonly addresses: readonly string[];
  /** The attribute that is taken of it; absent where a plan does not show that. */
  readonly attribute?: string;
}

/** What is taken of a thing: attributes and keys in a row, or the key of the instance that asks. */
type Tail = readonly (string | number | Site)[];

/** Things that a reason names. */
export const SHOWN = 3;

interface Step {
  readonly reference: Reference;
  readonly site: Site;
  readonly tail: Tail;
  readonly hops: number;
}

/** Follows references through variables and outputs of modules to resources. */
export class Tracer {
  public constructor(
    private readonly modules: PlannedModules,
    private readonly instances: PlannedInstances,
  ) {}

  public trace(references: readonly string[], site: Site, tail: Tail = [], hops = 0): Trace {
    if (hops > MOST_HOPS) return { lost: `goes through more than ${MOST_HOPS} modules` };
    if (references.length > MOST_REFERENCES) return { lost: `depends on ${references.length} others` };
    const parsed = longestOnly(references).map(parseReference);
    const things = parsed.filter((one) => one !== undefined).filter((one) => !isKey(one));
    const [first, ...others] = things;
    if (first === undefined || parsed.includes(undefined)) return { lost: knownAfter(references) };
    const isKeyed = things.length < parsed.length;
    // which part of which thing that would be is in an expression that a plan does not show
    if (others.length > 0 && (isKeyed || tail.length > 0)) return { lost: ambiguous(things) };
    const whole = isKeyed ? [site, ...tail] : tail;
    const traces = things.map((reference) => this.follow({ reference, site, tail: whole, hops: hops + 1 }));
    const lost = traces.find((trace) => "lost" in trace);
    if (lost && others.length > 0) return { lost: ambiguous(things) };
    return lost ?? { targets: traces.flatMap((trace) => ("targets" in trace ? trace.targets : [])) };
  }

  private follow(step: Step): Trace {
    const { root, text } = step.reference;
    if (root === "var") return this.variable(step);
    if (root === "module") return this.output(step);
    if (root === "each") return this.eachValue(step);
    if (["local", "path", "terraform", "self"].includes(root))
      return { lost: `depends on ${text}, which a plan does not show` };
    return this.resource(step);
  }

  private variable({ reference: { text, steps }, site, tail, hops }: Step): Trace {
    const [name, ...rest] = steps;
    const { call } = site.frame;
    const expression = member(call?.expressions, String(name));
    if (call === undefined || expression === undefined) return { lost: `depends on ${text}` };
    return this.through(expression, call.site, [...rest, ...tail], hops);
  }

  private output({ reference: { text, steps }, site, tail, hops }: Step): Trace {
    const [name, ...rest] = steps;
    const isRepeated = this.instances.keys(inModule(site.frame.address, `module.${name}`)).size > 0;
    const key = isRepeated ? rest.shift() : undefined;
    const output = rest.shift();
    if (output === undefined) return { lost: `depends on ${text}: a plan does not show which output` };
    const frame = this.modules.child(site.frame, String(name), key);
    const expression = memberAt(frame?.config, "outputs", String(output), "expression");
    if (frame === undefined || expression === undefined) return { lost: `${text} is not in this plan` };
    return this.through(expression, { frame }, [...rest, ...tail], hops);
  }

  /** An expression of another module is not shown, and what a number counts in it neither. */
  private through(expression: Json, site: Site, tail: Tail, hops: number): Trace {
    const isCounted = tail.some((step) => typeof step === "object" && typeof step.key === "number");
    if (isCounted) return { lost: "depends on count.index of another module" };
    return this.trace(referencesOf(expression), site, tail, hops);
  }

  private eachValue({ reference: { text, steps }, site, tail, hops }: Step): Trace {
    const [, ...rest] = steps;
    if (site.forEach === undefined) return { lost: `depends on ${text}` };
    return this.trace(referencesOf(site.forEach), { frame: site.frame }, [site, ...rest, ...tail], hops);
  }

  private resource({ reference, site, tail }: Step): Trace {
    const { bare, own } = resourceOf(reference, site.frame);
    if (!this.instances.has(bare)) return { lost: `${reference.text} is not in this plan` };
    const keys = this.instances.keys(bare);
    const [first, ...rest] = [...own, ...tail];
    if (keys.size === 0) return target([bare], [...own, ...tail]);
    if (typeof first === "object") return this.sameKey(bare, first, rest);
    // a key of another module's list is a position after whatever was done to that list
    const isOwn = own.length > 0 || typeof first === "string" || keys.size === 1;
    if (first !== undefined && isOwn && keys.has(first)) return target([withIndex(bare, first)], rest);
    if (own.length > 0) return { lost: `${reference.text} is not in this plan` };
    return target(someOf(bare, keys), first === undefined ? [] : tail);
  }

  /** `aws_subnet.a[each.key]`: only where both have the same keys it cannot be anything else. */
  private sameKey(bare: string, { key, keys }: Site, rest: Tail): Trace {
    const all = this.instances.keys(bare);
    if (key === undefined || keys === undefined || !this.instances.areSame(keys, all))
      return { lost: `depends on ${bare}, which has other keys` };
    return target([withIndex(bare, key)], rest);
  }
}

function target(addresses: readonly string[], tail: Tail): Trace {
  if (tail.some((step) => typeof step === "object"))
    return { lost: `depends on ${addresses.join(" and ")} and on a key` };
  const [attribute] = tail;
  return { targets: [{ addresses, ...(typeof attribute === "string" && { attribute }) }] };
}

function resourceOf({ root, steps }: Reference, frame: ModuleFrame) {
  const isData = root === "data";
  const [type, name] = isData ? [steps[0], steps[1]] : [root, steps[0]];
  const bare = resourceAddress(isData ? "data" : "managed", String(type), String(name));
  return { bare: inModule(frame.address, bare), own: steps.slice(isData ? 2 : 1) };
}

function isKey({ root, steps }: Reference): boolean {
  return (root === "each" && steps[0] === "key") || (root === "count" && steps[0] === "index");
}

function knownAfter(references: readonly string[]): string {
  const [first] = references;
  return first === undefined ? "known after apply" : `known after apply: ${first}`;
}

function ambiguous(things: readonly Reference[]): string {
  const shown = things.slice(0, SHOWN).map(({ text }) => text);
  return `depends on ${shown.join(", ")}${things.length > SHOWN ? " and others" : ""}: a plan does not show how`;
}

/** Addresses of some instances: enough to see that there are several. */
function someOf(bare: string, keys: ReadonlySet<string | number>): readonly string[] {
  const addresses: string[] = [];
  for (const key of keys) {
    addresses.push(withIndex(bare, key));
    if (addresses.length > SHOWN) break;
  }
  return addresses;
}
