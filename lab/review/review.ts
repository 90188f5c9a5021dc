import type { PlanChanges } from "../topology";
import { allRisks } from "./all-risks";
import { compareTexts } from "./compare-texts";
import { Comparison, type Sides } from "./comparison";
import type { FindingsDiff } from "./defects/findings-diff";
import { compareLevels } from "./level";
import type { Risk, RiskFinding } from "./risk";
import type { RouteDiff } from "./routes";
import { type UserDataDiff, userDataDiff } from "./user-data/user-data-diff";
import { type Verdict, verdictOf } from "./verdict";

/** What a change does, as data. */
export interface Review {
  readonly verdict: Verdict;
  /** The worst first. */
  readonly risks: readonly RiskFinding[];
  readonly routes: RouteDiff;
  readonly userData: readonly UserDataDiff[];
  readonly changes: PlanChanges;
  readonly findings: FindingsDiff;
  readonly sides: Sides;
}

export interface ReviewOptions {
  /** Default: all. */
  readonly risks?: readonly Risk[];
}

/** Compares two topologies. Values that are unknown are not judged, except by the risk that says so. */
export function reviewOf(sides: Sides, { risks = allRisks }: ReviewOptions = {}): Review {
  const comparison = new Comparison(sides);
  const found = risksIn(comparison, risks);
  return {
    verdict: verdictOf(found, comparison),
    risks: found,
    routes: comparison.routes(),
    userData: userDataDiff(comparison),
    changes: sides.changes,
    findings: comparison.findings(),
    sides,
  };
}

/** Risks of a comparison, the worst first. */
export function risksIn(comparison: Comparison, risks: readonly Risk[]): readonly RiskFinding[] {
  const first = risks
    .filter(({ isLast = false }) => !isLast)
    .flatMap((risk) => foundBy(risk, comparison, []));
  const told = first.map(({ finding }) => finding);
  const last = risks
    .filter(({ isLast = false }) => isLast)
    .flatMap((risk) => foundBy(risk, comparison, told));
  return [...first, ...last].sort(inOrder).map(({ finding }) => finding);
}

function foundBy(risk: Risk, comparison: Comparison, told: readonly RiskFinding[]): readonly Ranked[] {
  return [...risk.find(comparison, told)].map((hazard) => {
    const { at, message, course, fix, level = risk.level } = hazard;
    const { address, path } = at;
    const finding: RiskFinding = {
      id: risk.id,
      level,
      address,
      ...(path !== undefined && { path }),
      message,
      course,
      fix,
      facts: risk.facts,
    };
    return { finding, rank: risk.rank };
  });
}

interface Ranked {
  readonly finding: RiskFinding;
  readonly rank: number;
}

function inOrder(one: Ranked, other: Ranked): number {
  return (
    compareLevels(other.finding.level, one.finding.level) ||
    one.rank - other.rank ||
    compareTexts(one.finding.id, other.finding.id) ||
    compareTexts(one.finding.address, other.finding.address) ||
    compareTexts(one.finding.message, other.finding.message)
  );
}
