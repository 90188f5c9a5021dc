import { isUnknown, type Json, type ResourceChange } from "../../topology";
import type { Comparison } from "../comparison";
import { referencesIn } from "../synths/declared";
import { forcesReplacement } from "../synths/forces-replacement";

/** One argument: its value as text, or where it leads. */
type Argument =
  | { readonly text: string; readonly leadsTo: readonly string[] }
  | { readonly text?: undefined; readonly leadsTo: readonly string[] };

/** The arguments of something that is destroyed or created, by their paths, as far as they are known. */
export interface Arguments {
  readonly type: string;
  readonly byPath: ReadonlyMap<string, Argument>;
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
  for (const difference of change.differences) {
    const { path, [side]: shown } = difference;
    if (IDENTITY.test(path) || shown.kind === "not-set") continue;
    const link = resource?.link(...stepsOf(path));
    const leadsTo = link !== undefined && !isUnknown(link) && "address" in link ? [link.address] : undefined;
    if (leadsTo !== undefined && leadsTo[0] !== change.address) byPath.set(path, { leadsTo });
    else if (shown.kind !== "unknown")
      byPath.set(path, argumentOf(shown.kind === "sensitive" ? shown.reveal() : shown.value));
  }
  return { type: change.type, byPath };
}

function stepsOf(path: string): readonly (string | number)[] {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== "")
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** A value with what it refers to taken out, so that both sides can be compared without it. */
function argumentOf(value: Json): Argument {
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

/** Undefined: they are not the same thing, or a move would not keep it from being replaced. */
export function compareArguments(before: Arguments, after: Arguments): Alike | undefined {
  let [agreed, differing, isNamed] = [0, 0, false];
  const needs: (readonly [string, string])[] = [];
  for (const [path, is] of after.byPath) {
    const was = before.byPath.get(path);
    const isSame = was !== undefined && was.text === is.text && was.leadsTo.length === is.leadsTo.length;
    if (!isSame) {
      if (was !== undefined && forcesReplacement(after.type, /^\w+/.exec(path)?.[0] ?? "", {}))
        return undefined;
      differing += 1;
      continue;
    }
    agreed += 1;
    isNamed ||= NAMES.test(path);
    needs.push(...pairsOf(was.leadsTo, is.leadsTo));
  }
  if (agreed === 0 || (agreed / (agreed + differing) < 0.75 && !isNamed)) return undefined;
  return { score: agreed / (agreed + differing) + Number(isNamed), needs };
}

function pairsOf(was: readonly string[], is: readonly string[]): readonly (readonly [string, string])[] {
  return was.flatMap((address, index) => {
    const other = is[index];
    return other === undefined || other === address ? [] : [[address, other] as const];
  });
}
