import type { Json, Resource, ResourceChange, Shown } from "../../topology";
import type { Comparison } from "../comparison";
import { stepsOf } from "../path-steps";
import { referencesIn } from "../synths/declared";
import { forcesReplacement, isListed } from "../synths/forces-replacement";

/** One argument: its value as text, or where it leads. */
interface Argument {
  readonly text?: string;
  readonly leadsTo: readonly string[];
  /** Whether a change of it would replace the resource. */
  readonly forces: boolean;
}

/** The arguments of something that is destroyed or created, by their paths, as far as they are known. */
export interface Arguments {
  readonly byPath: ReadonlyMap<string, Argument>;
  /** Whether one of them is a name that nothing else may have. */
  readonly isNamed: boolean;
}

/** AWS fills these in, or they say nothing of their own. */
const IDENTITY = /^(?:id|arn|arn_suffix|owner_id|tags_all(?:\..*)?|timeouts\..*)$/;

/** Names that nothing else may have. */
const NAMES = /^(?:name|bucket|identifier|cluster_identifier|function_name|domain_name|repository_name)$/;

export function argumentsOf(
  comparison: Comparison,
  change: ResourceChange,
  side: "before" | "after",
): Arguments {
  const resource = comparison.resource(change.address)[side];
  const byPath = new Map<string, Argument>();
  for (const { path, [side]: shown } of change.differences) {
    if (IDENTITY.test(path) || shown.kind === "not-set") continue;
    const is = linkAt(resource, path, change.address) ?? shownValue(shown);
    if (is === undefined) continue;
    byPath.set(path, { ...is, forces: isForcing(change.type, path) });
  }
  return { byPath, isNamed: [...byPath.keys()].some((path) => NAMES.test(path)) };
}

/** A name that something else has already is another thing's, unless the type is known to be renamed in place. */
function isForcing(type: string, path: string): boolean {
  return isListed(type) ? forcesReplacement(type, path, {}) : NAMES.test(path);
}

type TextAndLinks = Pick<Argument, "text" | "leadsTo">;

/** Where it leads, other than to itself. */
function linkAt(resource: Resource | undefined, path: string, own: string): TextAndLinks | undefined {
  const link = resource?.link(...stepsOf(path));
  const isElsewhere = link !== undefined && "address" in link && link.address !== own;
  return isElsewhere ? { leadsTo: [link.address] } : undefined;
}

function shownValue(shown: Exclude<Shown, { kind: "not-set" }>): TextAndLinks | undefined {
  if (shown.kind === "unknown") return undefined;
  return textAndLinks(shown.kind === "sensitive" ? shown.reveal() : shown.value);
}

/** A value with what it refers to taken out, so that both sides can be compared without it. */
function textAndLinks(value: Json): TextAndLinks {
  const text = JSON.stringify(value);
  if (!text.includes("${")) return { text, leadsTo: [] };
  const references = referencesIn(value).map((one) => one.split(".").slice(0, 2).join("."));
  const bare = references.reduce((left, address) => left.replaceAll(address, "\u0000"), text);
  return { text: bare, leadsTo: references };
}

interface Alike {
  /** From 0 to 1 for the share of arguments that agree, and one more for a name that nothing else may have. */
  readonly score: number;
  readonly needs: readonly (readonly [string, string])[];
}

/** Arguments that must agree, of those that are known, where no name tells more. */
const SHARE = 0.75;

/** Undefined: they are not the same thing, or a move would not keep it from being replaced. */
export function compareArguments(before: Arguments, after: Arguments): Alike | undefined {
  const all = after.byPath.size;
  const mostDiffering = after.isNamed ? all : all * (1 - SHARE);
  let [agreed, differing, isNamed] = [0, 0, false];
  const needs: (readonly [string, string])[] = [];
  for (const [path, is] of after.byPath) {
    const was = before.byPath.get(path);
    if (was !== undefined && isAlike(was, is)) {
      agreed += 1;
      isNamed ||= NAMES.test(path);
      needs.push(...pairsOf(was.leadsTo, is.leadsTo));
    } else {
      differing += 1;
      if (differing > mostDiffering || (was !== undefined && is.forces)) return undefined;
    }
  }
  if (agreed === 0 || (agreed / all < SHARE && !isNamed)) return undefined;
  return { score: agreed / all + Number(isNamed), needs };
}

function isAlike(was: Argument, is: Argument): boolean {
  return was.text === is.text && was.leadsTo.length === is.leadsTo.length;
}

function pairsOf(was: readonly string[], is: readonly string[]): readonly (readonly [string, string])[] {
  return was.flatMap((address, index) => {
    const other = is[index];
    return other === undefined || other === address ? [] : [[address, other] as const];
  });
}
