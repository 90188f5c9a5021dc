import { synthesizeLab } from "../support/synthesize";
import { isCreatedFirst } from "../support/synthesized-stack";

/** Types whose resources are created before the ones they replace are destroyed, and why. */
const createdFirst = [
  "aws_acm_certificate", // G26: a listener uses it
  "aws_lb_target_group", // G1: a listener or a rule uses it
  "aws_security_group", // G17: interfaces use it
];

// G5: set on purpose for each resource; an aspect over the tree would double instances and their registrations
test.each(["dev", "staging", "prod"] as const)(
  "in %s exactly the types that need it are created first",
  (name) => {
    const stack = synthesizeLab(name);
    const types = new Set(stack.resources.map(({ type }) => type));
    const marked = stack.resources.filter(isCreatedFirst);
    expect([...new Set(marked.map(({ type }) => type))].sort()).toEqual(
      createdFirst.filter((type) => types.has(type)),
    );
    const unmarked = stack.resources.filter((resource) => !isCreatedFirst(resource));
    expect(unmarked.filter(({ type }) => createdFirst.includes(type))).toEqual([]);
  },
);
