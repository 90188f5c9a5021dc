import type { Resource } from "../../topology";
import type { Defect, Flaw } from "../defect";
import { securityTextProblem } from "../security-grammar";
import { placed, textOf, writtenRules } from "../security-rules";
import { known } from "../values";

/** Descriptions of security groups and of their rules have a grammar of their own. */
export const securityDescriptionRefused: Defect = {
  id: "security-description-refused",
  severity: "error",
  facts: ["N10", "B62", "TF70"],
  *find(subject) {
    for (const group of subject.resources("aws_security_group")) {
      const text = known(textOf(group, "description"));
      if (text !== undefined)
        yield* judge(group, text, text === "" ? "at least one character, got none" : undefined);
    }
    for (const rule of writtenRules(subject)) {
      const text = known(textOf(rule.block, "description"));
      if (text !== undefined) yield* judge(rule.at, text, undefined, placed(rule));
    }
  },
};

function* judge(at: Resource, text: string, own?: string, where = ""): Generator<Flaw> {
  const problem = own ?? securityTextProblem(text);
  if (problem === undefined) return;
  yield {
    at,
    message: `description must be ${problem}${where}`,
    fix: "take out what AWS does not take; apostrophes, quotes and > are not among its characters",
  };
}
