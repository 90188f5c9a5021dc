import { applicationGroups } from "../application-groups";
import type { Defect } from "../defect";
import { showsEverything } from "../registrations";
import type { Subject } from "../subject";

/** Targets of a group that no rule and no listener forwards to get no requests, and no probes. */
export const targetGroupUnused: Defect = {
  id: "target-group-unused",
  severity: "warning",
  facts: ["U14", "H26", "H30"],
  *find(subject) {
    if (mayBeUsedElsewhere(subject)) return;
    for (const group of applicationGroups(subject)) {
      if (group.instances !== undefined || subject.usesOf(group).length > 0) continue;
      yield {
        at: group,
        message:
          "a target group must be in the default action of a listener or in a rule, got none that forwards to it",
        fix: "add a rule or a default action that forwards to it, or remove the group",
      };
    }
  },
};

/** A group alone may be made for listeners that are declared elsewhere. */
function mayBeUsedElsewhere(subject: Subject): boolean {
  if (subject.loadBalancers().length === 0) return true;
  return subject.hasUnknownActions() || !showsEverything(subject);
}
