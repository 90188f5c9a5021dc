import { resourceForgotten } from "../../../lab/review/risks/resource-forgotten";
import { linesOf, patch, risksOf } from "../support/hazards";

const gone = { aws_instance: { api: null } };
const removed = (destroy: boolean) => [{ from: "aws_instance.api", lifecycle: { destroy } }];

it("tells of what Terraform lets go of without destroying it", () => {
  expect(linesOf(resourceForgotten, patch({ ...gone, removed: removed(false) }))).toEqual([
    "needs-care aws_instance.api: lets go of it without destroying it; import it where it is to live on (an import block), " +
      "or let Terraform destroy it; where another stack has it already, nothing is to be done",
  ]);
});

it("is silent where it is destroyed", () => {
  expect(risksOf(resourceForgotten, patch(gone))).toEqual([]);
  expect(risksOf(resourceForgotten, patch({ ...gone, removed: removed(true) }))).toEqual([]);
});
