import {
  changesByKind,
  hasFailed,
  type Report,
  type Review,
  renderDifference,
  type ShowOptions,
  shownReport,
  toldApart,
} from "../../../lab/review";
import type { ResourceChange } from "../../../lab/topology";
import { renderJson } from "../json";

/** A report for a program; what nobody knows is null. */
export function renderReviewJson(given: Report, options: ShowOptions): string {
  const { verdict, stacks } = shownReport(given, options);
  const failed = stacks.filter(hasFailed);
  const report = {
    verdict: { ...verdict, isComplete: failed.length === 0 },
    stacks: stacks.map((stack) =>
      hasFailed(stack)
        ? { name: stack.name, failure: stack.failure }
        : { name: stack.name, failure: null, ...jsonOf(stack.review, options) },
    ),
  };
  return renderJson(report, 2);
}

function jsonOf(review: Review, options: ShowOptions) {
  const { verdict, risks, routes, userData, changes, findings } = review;
  const told = toldApart(review);
  const { counts, deferred, ...kinds } = changesByKind(changes);
  const listed = Object.entries(kinds).map(([kind, list]) => [
    kind,
    list.map((change) => changeJson(change, options, told.has(change.address))),
  ]);
  return {
    verdict,
    risks: risks.map((risk) => ({ ...risk, path: risk.path ?? null })),
    routes,
    changes: {
      ...Object.fromEntries(listed),
      deferred,
      isComplete: changes.isIncomplete !== true,
      ...counts,
    },
    userData,
    findings,
  };
}

function changeJson(change: ResourceChange, options: ShowOptions, isToldApart: boolean) {
  const { address, type, kind, first, previousAddress, deposed, forcedBy, reason, differences } = change;
  return {
    address,
    type,
    kind,
    first: first ?? null,
    previousAddress: previousAddress ?? null,
    deposed: deposed ?? null,
    forcedBy,
    reason: reason ?? null,
    differences:
      kind === "create" || kind === "destroy"
        ? []
        : differences.map((one) => renderDifference(one, options, isToldApart)),
  };
}
