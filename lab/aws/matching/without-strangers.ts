import type { StateResource } from "../state/state-resource";
import { kinOf } from "./identities";
import type { Matches } from "./match";

const GROUP = "aws_security_group";

/**
 * Leaves out security groups, with their rules, that nothing here uses and nothing declares: a VPC may hold
 * thousands that belong to others.
 */
export function withoutStrangers(
  states: readonly StateResource[],
  matches: Matches,
): readonly StateResource[] {
  const used = new Set(states.flatMap(groupsUsedBy));
  for (const state of states)
    if (matches.has(state) && kinOf(state.type) === GROUP) used.add(state.values.id);
  const referenced = states.flatMap(({ values }) =>
    used.has(values.security_group_id) ? [values.referenced_security_group_id] : [],
  );
  for (const id of referenced) used.add(id);
  return states.filter((state) => {
    if (kinOf(state.type) === GROUP) return used.has(state.values.id);
    const owner = state.values.security_group_id;
    return owner === undefined || used.has(owner);
  });
}

function groupsUsedBy({ values }: StateResource): readonly unknown[] {
  return [values.security_groups, values.vpc_security_group_ids].flatMap((ids) =>
    Array.isArray(ids) ? ids : [],
  );
}
