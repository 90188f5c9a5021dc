import type { Expression, Step } from "./syntax";

/** A reference as Terraform writes it, for a reason that a person reads. */
export function renderReference(root: string, steps: readonly Step[]): string {
  return root + steps.map(renderStep).join("");
}

function renderStep(step: Step): string {
  if (step.kind === "name") return `.${step.name}`;
  return step.kind === "splat" ? "[*]" : `[${renderIndex(step.index)}]`;
}

function renderIndex(index: Expression): string {
  if (index.kind === "literal") return JSON.stringify(index.value);
  return index.kind === "reference" ? renderReference(index.root, index.steps) : "...";
}
