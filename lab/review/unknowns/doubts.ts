import type { Comparison } from "../comparison";
import { mayBeReplaced } from "../synths/may-be-replaced";

/** What nobody can tell of a change, as a line: with it, no change is called safe. Undefined: nothing that is known of. */
export function doubtOf(comparison: Comparison): string | undefined {
  const { changes, deferred, isIncomplete } = comparison.changes;
  const [put] = deferred;
  if (put !== undefined)
    return `not understood: Terraform leaves to a later plan what becomes of ${put}${deferred.length > 1 ? ` and ${deferred.length - 1} more` : ""}`;
  if (isIncomplete)
    return "the plan is not complete: made with -target or -exclude, it leaves out changes that nobody has reviewed";
  const [replaced] = mayBeReplaced(comparison);
  if (replaced !== undefined)
    return `${replaced.address} may be replaced: whether ${replaced.type} changes in place is not known here; a plan says so`;
  const { entrances } = comparison.routes();
  const unsure = entrances.find((entrance) => entrance.unsure.length > 0);
  if (unsure !== undefined)
    return `which requests are answered differently at ${unsure.at} is not known: ${unsure.unsure[0]}`;
  const [different] = changes.every(({ kind }) => kind === "nothing") ? entrances : [];
  return (
    different &&
    `not understood: nothing changes, and yet requests are answered differently at ${different.at}; a part of the plan is missing`
  );
}
