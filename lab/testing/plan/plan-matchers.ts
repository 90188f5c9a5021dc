import { counted, type ResourceChange } from "../../topology";
import type { Judgement } from "../judgement";
import type { InputOptions } from "../received/read-received";
import { describeChanges, planOf } from "./plan-of";

export interface PlanMatchers<R> {
  /** No object is destroyed to be made anew. Says which argument forces it. */
  toReplaceNothing(options?: InputOptions): R;
  /** No object is destroyed, neither for good nor to be made anew; what replacements left behind counts. */
  toDestroyNothing(options?: InputOptions): R;
}

export function judgeReplaceNothing(given: unknown, options?: InputOptions): Judgement {
  return judgeNone(given, options, "replace", ({ kind }) => kind === "replace");
}

export function judgeDestroyNothing(given: unknown, options?: InputOptions): Judgement {
  return judgeNone(given, options, "destroy", ({ kind }) => kind === "replace" || kind === "destroy");
}

function judgeNone(
  given: unknown,
  options: InputOptions | undefined,
  verb: string,
  isMeant: (change: ResourceChange) => boolean,
): Judgement {
  const plan = planOf(given, options);
  const found = plan.changes.filter(isMeant);
  const made = plan.changes.filter(({ kind }) => kind !== "nothing").length;
  return {
    holds: found.length === 0,
    subject: "the plan",
    wanted: `${verb} nothing`,
    seen:
      found.length === 0
        ? `it makes ${counted(made, "change")}, none of that kind`
        : describeChanges(found, plan),
  };
}
