import type { Defect } from "../defect";
import { securityTextProblem } from "../security-grammar";
import { textOf } from "../security-rules";
import { known, quoted } from "../values";

/** Length of what the provider adds to a prefix. */
const ADDED = 26;

/** Names of security groups have a grammar of their own. */
export const securityGroupNameRefused: Defect = {
  id: "security-group-name-refused",
  severity: "error",
  facts: ["N10", "B62", "TF70"],
  *find(subject) {
    for (const group of subject.resources("aws_security_group")) {
      for (const argument of ["name", "name_prefix"]) {
        const name = known(textOf(group, argument));
        const problem = name && problemOf(name, argument === "name_prefix");
        if (name === undefined || !problem) continue;
        yield {
          at: group,
          message: `${argument} of a security group must be ${problem}, for ${quoted(name)}`,
          fix: "choose another name; one that is not set is made up",
        };
      }
    }
  },
};

function problemOf(name: string, isPrefix: boolean): string | undefined {
  if (/^sg-/i.test(name)) return "without sg- at its beginning, which is for ids, got it";
  if (name === "default" && !isPrefix) return "another one than that of the default group, got the same";
  return securityTextProblem(isPrefix ? name + "0".repeat(ADDED) : name);
}
