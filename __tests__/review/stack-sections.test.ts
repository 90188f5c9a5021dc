import { type Review, reviewOf, sidesOfPlan } from "../../lab/review";
import { details } from "../../lab/review/markdown/detail";
import { StackSections } from "../../lab/review/markdown/stack-sections";
import { parseInput } from "../../lab/topology";
import { readPlan } from "./corpus/stored-plans";

function reviewed(name: string): Review {
  const sides = sidesOfPlan(parseInput(readPlan(name) ?? "", "plan"));
  if (sides === undefined) throw new Error("the plan of the corpus is none");
  return reviewOf(sides);
}

it.each(["two-rules-swap-their-priorities", "the-servers-of-dev-move-to-port-3001"])(
  "what was rendered in one detail is never shown in another: %s",
  (name) => {
    const stack = { name: "shop", review: reviewed(name) };
    const shared = new StackSections(stack, {});
    const few = details.map((detail) => ({ ...detail, mostRows: Math.min(detail.mostRows, 1) }));
    for (const detail of [...details, ...few, ...details])
      expect(shared.at(detail)).toEqual(new StackSections(stack, {}).at(detail));
  },
);
