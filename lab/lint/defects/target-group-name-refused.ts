import type { Resource } from "../../topology";
import { applicationGroups } from "../application-groups";
import type { Defect } from "../defect";
import type { Severity } from "../finding";
import { nameProblem } from "../name-grammar";
import { known, quoted } from "../values";

/** AWS takes few characters in the name of a target group. */
export const targetGroupNameRefused: Defect = {
  id: "target-group-name-refused",
  severity: "error",
  facts: ["N2", "TF20", "B35", "B36"],
  *find(subject) {
    for (const group of applicationGroups(subject)) {
      const resource = subject.resource(group.address);
      const problem = problemOfName(known(group.name)) ?? (resource && problemOfPrefix(resource));
      if (problem === undefined) continue;
      yield { at: group, fix: "choose another one", ...problem };
    }
  },
};

interface Problem {
  readonly message: string;
  readonly severity?: Severity;
}

function problemOfName(name: string | undefined): Problem | undefined {
  if (name === undefined) return undefined;
  const rule = nameProblem(name);
  if (rule !== undefined) {
    const length = name.length > 32 ? `, which has ${name.length}` : "";
    return { message: `name must hold ${rule}, got ${quoted(name)}${length}` };
  }
  if (!name.includes("--")) return undefined;
  // The console refuses it and so do emulators, the API has been seen to take it.
  return { message: `name must hold no two hyphens in a row, got ${quoted(name)}`, severity: "warning" };
}

/** Terraform appends the rest of the name. */
function problemOfPrefix(resource: Resource): Problem | undefined {
  const prefix = resource.value("name_prefix");
  if (typeof prefix !== "string" || prefix === "") return undefined;
  const rule = prefix.length > 6 ? "at most 6 characters" : nameProblem(`${prefix}1`);
  return rule === undefined ? undefined : { message: `name_prefix must hold ${rule}, got ${quoted(prefix)}` };
}
