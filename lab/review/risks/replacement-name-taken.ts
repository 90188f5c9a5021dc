import { isUnknown, listed, type Resource, type ResourceChange } from "../../topology";
import { forcedBy } from "../listeners/standing-listeners";
import type { Hazard, Risk } from "../risk";
import { uniqueNameOf } from "../unique-names";

/** What is made again before it is destroyed cannot have the name that the old one still has. */
export const replacementNameTaken: Risk = {
  id: "replacement-name-taken",
  level: "needs-care",
  facts: ["G2", "G17", "N1"],
  rank: 10,
  *find(comparison) {
    for (const change of comparison.changesTo(["replace"])) {
      const { before, after } = comparison.resource(change.address);
      if (change.first !== "create" || before === undefined || after === undefined) continue;
      const name = takenName(before, after);
      if (name !== undefined) yield hazardOf(change, after, JSON.stringify(name));
    }
  },
};

/** The name that both have, and only one may have. */
function takenName(before: Resource, after: Resource): string | undefined {
  const unique = uniqueNameOf(after.type);
  if (unique === undefined) return undefined;
  const name = textOf(after, unique.argument);
  const isInTheWay = unique.within === undefined || isSame(before, after, unique.within);
  return isInTheWay && name === textOf(before, unique.argument) ? name : undefined;
}

function hazardOf(change: ResourceChange, at: Resource, name: string): Hazard {
  const reasons = change.forcedBy.length === 0 ? "what is changed" : listed(change.forcedBy);
  const prefix = uniqueNameOf(change.type)?.prefix;
  return {
    at,
    message: `makes ${name} again before it destroys the old one, which still has the name${forcedBy(change)}`,
    course: [
      `Terraform asks for a second ${change.type} named ${name} while the first is there`,
      "AWS refuses it, because the name is taken, and the apply ends there; what does not wait for it may be changed already",
      "what is there goes on as it was",
    ],
    fix: `give it a name that follows from ${reasons}${prefix === undefined ? "" : `, or ${prefix} in place of the name`}`,
  };
}

/** Undefined: unknown, not set, or with a part that is unknown. */
function textOf(resource: Resource, argument: string): string | undefined {
  const value = resource.value(argument);
  return typeof value === "string" && value !== "" && !value.includes("${") ? value : undefined;
}

/** Whether a link or a value is surely the same on both sides. */
function isSame(before: Resource, after: Resource, argument: string): boolean {
  const [was, is] = [before, after].map((side) => side.link(argument) ?? side.value(argument));
  return !isUnknown(was) && !isUnknown(is) && JSON.stringify(was) === JSON.stringify(is);
}
