import type { Topology } from "../topology";
import { allDefects } from "./all-defects";
import type { Defect, Flaw, Profile } from "./defect";
import type { Finding } from "./finding";
import { notesOf } from "./notes";
import { DEFAULT_QUOTAS, type Quotas } from "./quotas";
import { Subject } from "./subject";
import { applySuppressions, type Suppressed } from "./suppressions";

export interface LintOptions {
  /** Default: what the input says of itself, else `lab`. */
  readonly profile?: Profile;
  /** Those that AWS has raised for the account; default: what the input says, else AWS's own. */
  readonly quotas?: Partial<Quotas>;
  /** Default: all. */
  readonly defects?: readonly Defect[];
}

export interface LintReport {
  /** Errors first, then by address. */
  readonly findings: readonly Finding[];
  /** What was found and is wanted so. */
  readonly suppressed: readonly Suppressed[];
}

/** Looks for every defect in a topology. Values that are unknown are not judged. */
export function lint(topology: Topology, options: LintOptions = {}): LintReport {
  const { suppressions = [], quotas, profile: own = "lab" } = notesOf(topology);
  const { profile = own, defects = allDefects } = options;
  const subject = new Subject(topology, { ...DEFAULT_QUOTAS, ...quotas, ...options.quotas });
  const looked = defects.filter((defect) => defect.profile === undefined || defect.profile === profile);
  const found = looked.flatMap((defect) => [...defect.find(subject)].map((flaw) => findingOf(defect, flaw)));
  const { findings, suppressed } = applySuppressions(withoutRepeated(found), suppressions, {
    all: new Set(allDefects.map(({ id }) => id)),
    looked: new Set(looked.map(({ id }) => id)),
  });
  return { findings: [...findings].sort(inOrder), suppressed };
}

function findingOf({ id, severity, facts }: Defect, { at, message, fix, severity: own }: Flaw): Finding {
  const { address, path } = at;
  return { id, severity: own ?? severity, address, ...(path !== undefined && { path }), message, fix, facts };
}

function withoutRepeated(findings: readonly Finding[]): readonly Finding[] {
  const byText = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...byText.values()];
}

function inOrder(one: Finding, other: Finding): number {
  if (one.severity !== other.severity) return one.severity === "error" ? -1 : 1;
  return (
    compare(one.address, other.address) || compare(one.id, other.id) || compare(one.message, other.message)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
