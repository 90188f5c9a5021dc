import { allDefects, type Finding, lint } from "../../lint";
import type { Comparison } from "../comparison";
import { isTaken, toldOf } from "../defects/told-defects";
import type { Risk, RiskFinding } from "../risk";

/** Lint finds after the change what it did not find before. */
export const defectIntroduced: Risk = {
  id: "defect-introduced",
  level: "drops-traffic",
  facts: [],
  rank: 50,
  isLast: true,
  *find(comparison, told) {
    if (comparison.before.topology.resources.length === 0 || !comparison.changesAnything) return;
    for (const { id, severity, address, path, message, fix } of introduced(comparison, told)) {
      const isError = severity === "error" && !isTaken(id);
      yield {
        at: { address, ...(path !== undefined && { path }) },
        ...(!isError && { level: "needs-care" }),
        message: `${message} (${id})`,
        course: [
          isError
            ? "AWS refuses it and the apply ends there, half done; or it is applied and cannot serve"
            : "the apply goes through; what lint warns of comes later",
        ],
        fix,
      };
    }
  },
};

/** Not warnings of what is new, which lint gives and which change nothing that runs; nor what only gets another address. */
function introduced(comparison: Comparison, told: readonly RiskFinding[]): readonly Finding[] {
  const { before, after } = comparison;
  const isThere = ({ address }: Finding) => before.resource(address) !== undefined;
  const isTold = toldOf(comparison, told);
  const found = comparison
    .findings()
    .introduced.filter((one) => (one.severity === "error" || isThere(one)) && !isTold(one));
  const moved = new Set(found.filter((finding) => !isThere(finding)).map(({ id }) => id));
  const defects = allDefects.filter(({ id }) => moved.has(id));
  const earlier = defects.length === 0 ? [] : lint(before.topology, { defects }).findings;
  const left = earlier.filter(({ address }) => after.resource(address) === undefined);
  return found.filter((finding) => {
    if (isThere(finding)) return true;
    const type = after.resource(finding.address)?.type;
    const same = left.findIndex(
      ({ id, address }) => id === finding.id && before.resource(address)?.type === type,
    );
    if (same >= 0) left.splice(same, 1);
    return same < 0;
  });
}
