import { isUnknown, type Resource, type Value } from "../../topology";
import type { Defect, Flaw } from "../defect";
import { numberOf, shownValue } from "../whole-number";

/** The wanted number of instances is between the least and the most. */
export const autoScalingSizeContradicts: Defect = {
  id: "auto-scaling-size-contradicts",
  severity: "error",
  facts: ["B67"],
  *find(subject) {
    for (const group of subject.resources("aws_autoscaling_group")) {
      const refused = [...misfits(group)];
      yield* refused;
      if (refused.length === 0) yield* contradictions(group);
    }
  },
};

function* misfits(group: Resource): Generator<Flaw> {
  for (const name of ["min_size", "max_size", "desired_capacity"]) {
    const value = group.value(name);
    if (isUnknown(value) || value === undefined || value === null || value === "") continue;
    const size = numberOf(value as Value);
    if (size !== undefined && Number.isInteger(size) && size >= 0) continue;
    yield {
      at: group,
      message: `${name} must be a whole number that is not negative, got ${shownValue(value as Value)}`,
      fix: "give a number of instances",
    };
  }
}

function* contradictions(group: Resource): Generator<Flaw> {
  const [least, most, wanted] = ["min_size", "max_size", "desired_capacity"].map((name) =>
    sizeOf(group, name),
  );
  if (least !== undefined && most !== undefined && least > most) {
    const fix = "raise max_size or lower min_size";
    yield { at: group, message: `min_size must be at most max_size, got ${least} and ${most}`, fix };
    return;
  }
  if (wanted === undefined) return;
  const isLess = least !== undefined && wanted < least;
  if (!isLess && (most === undefined || wanted <= most)) return;
  yield {
    at: group,
    message: `desired_capacity must be from min_size to max_size, got ${wanted} for ${least ?? "?"} to ${most ?? "?"}`,
    fix: "take a number between them, or leave desired_capacity out for min_size",
  };
}

function sizeOf(group: Resource, name: string): number | undefined {
  const value = group.value(name);
  return isUnknown(value) ? undefined : numberOf(value as Value);
}
