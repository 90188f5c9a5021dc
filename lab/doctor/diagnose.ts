import { allCauses } from "./all-causes";
import { Case } from "./case";
import type { Cause } from "./cause";
import type { DoctorReport } from "./diagnosis";
import type { Evidence } from "./evidence";
import { diagnosesOf, withoutWeaker } from "./merge";
import { symptomsOf } from "./symptoms";
import { aboutTarget, isServing, type Target } from "./target";

export interface DiagnoseOptions {
  /** Default: all. */
  readonly causes?: readonly Cause[];
}

/** Why targets are not healthy, and why requests are not answered as expected; nothing where all is well. */
export function diagnose(evidence: Evidence, { causes = allCauses }: DiagnoseOptions = {}): DoctorReport {
  const one = new Case(evidence);
  const found = withoutWeaker(
    causes.flatMap((cause) => [...cause.find(one)].map((indication) => ({ cause, indication }))),
  );
  const explained = new Set(found.flatMap(({ indication: { targets = [] } }) => targets));
  const open = one.troubled.filter((target) => isSeen(target) && !explained.has(target));
  return {
    source: evidence.source,
    atMs: evidence.atMs,
    targets: {
      total: one.targets.length,
      healthy: one.targets.filter(isServing).length,
      explained: one.troubled.filter((target) => explained.has(target)).length,
      unseen: one.targets.filter((target) => !isSeen(target)).length,
    },
    diagnoses: diagnosesOf(one, found),
    unexplained: open.map((target) => ({ about: aboutTarget(target), seen: symptomsOf(one, [target]) })),
    gaps: evidence.gaps,
  };
}

function isSeen({ seen }: Target): boolean {
  return seen !== undefined;
}
