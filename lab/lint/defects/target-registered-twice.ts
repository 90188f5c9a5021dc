import { isUnknown, type Registration } from "../../topology";
import { applicationGroups } from "../application-groups";
import type { Defect, Flaw } from "../defect";
import { certainRegistrations } from "../registrations";
import { enumerate } from "../values";

/** Two resources that register the same target are one registration, which either takes away. */
export const targetRegisteredTwice: Defect = {
  id: "target-registered-twice",
  severity: "warning",
  facts: ["N7", "TF41", "M21"],
  *find(subject) {
    for (const group of applicationGroups(subject)) yield* judge(certainRegistrations(subject, group));
  },
};

function* judge(registrations: readonly Registration[]): Generator<Flaw> {
  const first = new Map<string, Registration>();
  for (const registration of registrations) {
    const key = keyOf(registration);
    if (key === undefined) continue;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, registration);
      continue;
    }
    yield {
      at: registration,
      message: `a target must be registered once with each port, got ${enumerate([before.address, registration.address])} for the same`,
      fix: "remove one of them, or give it the other port or the other target that was meant",
    };
  }
}

/** A target may be registered with several ports. */
function keyOf({ type, target, port, availabilityZone }: Registration): string | undefined {
  if (!type.endsWith("_attachment")) return undefined;
  return isUnknown(port) || isUnknown(availabilityZone)
    ? undefined
    : JSON.stringify([target, port, availabilityZone]);
}
