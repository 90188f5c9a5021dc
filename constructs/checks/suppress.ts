import type { IConstruct } from "constructs";
import type { Suppression } from "../../lab/lint";
import { reportProblem } from "./problems";

const SUPPRESSION = "alb-lab:suppression";

/**
 * Lets lint pass over a defect at a construct and everything below it.
 *
 * It is written into the synthesized stack, so that `alb-lab lint` knows it too. One that suppresses nothing any more
 * is reported as a warning itself.
 *
 * @param id of the defect, such as `plain-http-listener`; see `docs/defects`
 * @param reason why it is wanted so: a sentence for whoever comes next
 */
export function suppressDefect(construct: IConstruct, id: string, reason: string): void {
  if (typeof reason !== "string" || reason.trim() === "") {
    reportProblem(
      construct,
      "suppression-reason",
      `the suppression of ${id} must have a reason, got none; say why it is wanted so`,
    );
    return;
  }
  construct.node.addMetadata(SUPPRESSION, { id, reason });
}

/** Every suppression at a construct and below it. */
export function suppressionsIn(construct: IConstruct): readonly Suppression[] {
  return construct.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === SUPPRESSION)
        .map(({ data }) => ({ id: String(data.id), path: node.path, reason: String(data.reason) })),
    );
}
