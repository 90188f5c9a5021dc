import { isUnknown, type Resource } from "../../topology";
import type { Risk } from "../risk";
import { forcedBy } from "../standing-listeners";
import { uniqueNameOf } from "../unique-names";

/** What is made again before it is destroyed cannot have the name that the old one still has. */
export const replacementNameTaken: Risk = {
  id: "replacement-name-taken",
  level: "needs-care",
  facts: ["G2", "G17", "N1"],
  rank: 10,
  *find(comparison) {
    for (const change of comparison.changesTo(["replace"])) {
      const unique = uniqueNameOf(change.type);
      const { before, after } = comparison.resource(change.address);
      if (change.first !== "create" || unique === undefined || !before || !after) continue;
      const name = textOf(after, unique.argument);
      if (name === undefined || name !== textOf(before, unique.argument)) continue;
      if (unique.within !== undefined && !isSame(before, after, unique.within)) continue;
      const prefix = unique.argument === "bucket" ? "bucket_prefix" : "name_prefix";
      yield {
        at: after,
        message: `makes ${JSON.stringify(name)} again before it destroys the old one, which still has the name${forcedBy(change)}`,
        course: [
          `Terraform asks for a second ${change.type} named ${JSON.stringify(name)} while the first is there`,
          "AWS refuses it, because the name is taken, and the apply ends there; what does not depend on it may be changed already",
          "what is there goes on as it was",
        ],
        fix: `give it a name that follows from ${change.forcedBy.length === 0 ? "what is changed" : change.forcedBy.join(" and ")}${/^aws_(lb|alb|security|iam_role|iam_instance|launch|autoscaling|cloudwatch_log|s3)/.test(change.type) ? `, or ${prefix} in place of ${unique.argument}` : ""}; without create_before_destroy it is gone until the new one is there`,
      };
    }
  },
};

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
