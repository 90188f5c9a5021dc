import { isUnknown, type Knowable, type Link, unknown } from "../../known";
import { IDENTITIES } from "../identities";
import type { Block } from "../types";
import type { Follow } from "./origin";
import type { Site } from "./planned-modules";
import { SHOWN, type Target, type Trace, type Tracer } from "./trace-references";

/** Attributes that are taken from other resources more often than this in a row are not followed. */
const MOST_TAKEN = 20;

/** Makes links of what references lead to. */
export class LinkFollower {
  private taken = 0;

  public constructor(
    private readonly tracer: Tracer,
    private readonly blockAt: (address: string) => Block | undefined,
  ) {}

  public at(site: Site): Follow {
    const known = new WeakMap<readonly string[], Link>();
    return {
      one: (references) => {
        const link = known.get(references) ?? this.one(this.tracer.trace(references, site));
        // further down, it may be unknown only because too much was taken before
        if (this.taken === 0) known.set(references, link);
        return link;
      },
      all: (references, size) => this.all(this.tracer.trace(references, site), size),
    };
  }

  private one(trace: Trace): Link {
    if ("lost" in trace) return unknown(trace.lost);
    const [first, ...others] = distinct(trace.targets);
    if (first === undefined || others.length > 0) return unknown(whichOf(trace.targets));
    const [address, ...more] = first.addresses;
    if (address === undefined || more.length > 0) return unknown(whichOf([first]));
    if (isIdentity(first)) return { address };
    const { attribute = "" } = first;
    const after = unknown(`known after apply: ${address}.${attribute}`);
    return this.take(address, (block) => block.link(attribute)) ?? after;
  }

  private all(trace: Trace, size: number | undefined): Knowable<readonly Link[]> {
    if ("lost" in trace) return unknown(trace.lost);
    const { targets } = trace;
    const [first, ...others] = targets;
    if (first && others.length === 0 && !isIdentity(first)) return this.listOf(first);
    if (targets.some(({ addresses }) => addresses.length !== 1)) return unknown(whichOf(targets));
    const links = targets.map((target) => this.one({ targets: [target] }));
    const lost = links.find(isUnknown);
    if (lost) return lost;
    const isWhole = size === undefined || size === links.length;
    return isWhole ? links : unknown(`has ${size} entries: a plan does not show which`);
  }

  /** A list that is an attribute of another resource. */
  private listOf({ addresses, attribute = "" }: Target): Knowable<readonly Link[]> {
    const [address, ...others] = addresses;
    if (address === undefined || others.length > 0) return unknown(whichOf([{ addresses }]));
    const links = this.take(address, (block) =>
      block.value(attribute) === undefined ? undefined : block.links(attribute),
    );
    return links ?? unknown(`known after apply: ${address}.${attribute}`);
  }

  /** Resources may take from each other in a circle. */
  private take<T>(address: string, from: (block: Block) => T): T | undefined {
    const block = this.taken < MOST_TAKEN ? this.blockAt(address) : undefined;
    if (block === undefined) return undefined;
    this.taken += 1;
    try {
      return from(block);
    } finally {
      this.taken -= 1;
    }
  }
}

function isIdentity({ attribute }: Target): boolean {
  return attribute === undefined || IDENTITIES.has(attribute);
}

function distinct(targets: readonly Target[]): readonly Target[] {
  const byText = new Map(targets.map((target) => [target.addresses.join(" "), target]));
  return [...byText.values()];
}

function whichOf(targets: readonly Target[]): string {
  const addresses = [...new Set(targets.flatMap((target) => target.addresses))];
  const shown = addresses.slice(0, SHOWN).join(", ");
  return `${addresses.length > SHOWN ? `${shown} or others` : shown}: a plan does not show which`;
}
