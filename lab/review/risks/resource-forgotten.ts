import type { Risk } from "../risk";

/** It runs on and costs money, and no plan ever speaks of it again. */
export const resourceForgotten: Risk = {
  id: "resource-forgotten",
  level: "needs-care",
  facts: [],
  rank: 30,
  *find(comparison) {
    for (const { address, type } of comparison.changesTo(["forget"])) {
      const path = comparison.before.resource(address)?.path;
      yield {
        at: { address, ...(path !== undefined && { path }) },
        message: "lets go of it without destroying it",
        course: [
          `Terraform only takes the ${type} out of its state; it goes on as it is, and so do requests`,
          "no plan shows from then on what becomes of it: it is to be paid for, and its name stays taken",
        ],
        fix: "import it where it is to live on (an import block), or let Terraform destroy it; where another stack has it already, nothing is to be done",
      };
    }
  },
};
