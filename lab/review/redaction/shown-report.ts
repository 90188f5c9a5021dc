import type { Difference, ResourceChange, Shown } from "../../topology";
import { Comparison, type Sides } from "../comparison";
import { hasFailed, type Report, type Stack } from "../report";
import type { Review } from "../review";
import type { ShowOptions } from "../shown";
import { userDataDiff } from "../user-data/user-data-diff";
import { SensitiveMask } from "./sensitive-mask";

/**
 * A report as it may leave: what Terraform calls sensitive in any stack stands in no text of it, in the routes as little as
 * in a risk. Its sides stay as they are, whoever tells of them asks `sensitiveMask`. With `showSensitive` nothing is
 * masked, user data no more than the rest.
 */
export function shownReport(report: Report, { showSensitive = false }: ShowOptions): Report {
  if (showSensitive) return { ...report, stacks: report.stacks.map(revealed) };
  const sides = report.stacks.flatMap((stack) => (hasFailed(stack) ? [] : [stack.review.sides]));
  const mask = sensitiveMask(sides);
  if (mask.isEmpty) return report;
  return {
    verdict: mask.in(report.verdict),
    stacks: report.stacks.map((stack) =>
      hasFailed(stack) ? mask.in(stack) : { ...stack, review: maskedReview(stack.review, mask) },
    ),
  };
}

/** What takes out of a text what Terraform calls sensitive. */
export function sensitiveMask(sides: readonly Sides[]): SensitiveMask {
  const texts = new Set(sides.flatMap(({ sensitive = [] }) => [...sensitive]));
  if (texts.size === 0) return new SensitiveMask([]);
  const addresses = sides.flatMap(({ changes }) => changes.changes.map(({ address }) => address));
  return new SensitiveMask(texts, new Set(addresses));
}

function revealed(stack: Stack): Stack {
  if (hasFailed(stack)) return stack;
  const { review } = stack;
  const userData = userDataDiff(new Comparison(review.sides), { showSensitive: true });
  return { ...stack, review: { ...review, userData } };
}

function maskedReview(review: Review, mask: SensitiveMask): Review {
  const { verdict, risks, routes, userData, findings, changes, sides } = review;
  const all = (list: readonly ResourceChange[]) => list.map((change) => maskedChange(change, mask));
  return {
    ...mask.in({ verdict, risks, routes, userData, findings }),
    changes: { ...changes, changes: all(changes.changes), drifted: all(changes.drifted) },
    sides,
  };
}

/** Arguments are compared only when somebody asks. */
function maskedChange(change: ResourceChange, mask: SensitiveMask): ResourceChange {
  return {
    ...change,
    get differences() {
      return change.differences.map((one) => maskedDifference(one, mask));
    },
  };
}

function maskedDifference(difference: Difference, mask: SensitiveMask): Difference {
  const { before, after } = difference;
  return { ...difference, before: maskedShown(before, mask), after: maskedShown(after, mask) };
}

function maskedShown(shown: Shown, mask: SensitiveMask): Shown {
  return shown.kind === "value" ? { kind: "value", value: mask.inValue(shown.value) } : shown;
}
