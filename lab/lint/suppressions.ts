import type { Finding } from "./finding";
import type { Suppression } from "./notes";

/** A finding that somebody wants so, and why. */
export interface Suppressed {
  readonly finding: Finding;
  readonly reason: string;
}

export interface KnownIds {
  readonly all: ReadonlySet<string>;
  /** Of the defects that were looked for. */
  readonly looked: ReadonlySet<string>;
}

/** A suppression holds for its construct and everything below; one that suppresses nothing is a finding itself. */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  ids: KnownIds,
): { readonly findings: readonly Finding[]; readonly suppressed: readonly Suppressed[] } {
  const left: Finding[] = [];
  const suppressed: Suppressed[] = [];
  const used = new Set<Suppression>();
  for (const finding of findings) {
    const by = suppressions.filter((suppression) => covers(suppression, finding));
    for (const suppression of by) used.add(suppression);
    const [first] = by;
    if (first === undefined) left.push(finding);
    else suppressed.push({ finding, reason: first.reason });
  }
  const idle = suppressions
    .filter((suppression) => !used.has(suppression))
    .flatMap((suppression) => judgeIdle(suppression, ids));
  return { findings: [...left, ...idle], suppressed };
}

function covers({ id, path }: Suppression, finding: Finding): boolean {
  if (finding.id !== id || finding.path === undefined) return false;
  return path === "" || finding.path === path || finding.path.startsWith(`${path}/`);
}

function judgeIdle({ id, path, reason }: Suppression, { all, looked }: KnownIds): readonly Finding[] {
  const at = { address: path, path, severity: "warning", facts: [] } as const;
  const said = reason.length > 60 ? `${reason.slice(0, 60)}...` : reason;
  if (!all.has(id))
    return [
      {
        ...at,
        id: "suppression-of-nothing-known",
        message: `a suppression must name a defect, got "${id}" ("${said}")`,
        fix: "take an id from docs/defects/README.md, or remove it",
      },
    ];
  if (!looked.has(id)) return [];
  return [
    {
      ...at,
      id: "suppression-unused",
      message: `a suppression must suppress something, got "${id}" ("${said}") where it is not found any more`,
      fix: "remove the suppression",
    },
  ];
}
