import type { Defect } from "../defect";
import { nameProblem } from "../name-grammar";
import { known, quoted } from "../values";

/** AWS takes few characters in the name of a load balancer. */
export const loadBalancerNameRefused: Defect = {
  id: "load-balancer-name-refused",
  severity: "error",
  facts: ["N1", "TF1", "TF2", "B35", "B36", "B37"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const name = known(lb.name);
      const rule = name === undefined ? undefined : problemOf(name);
      if (name !== undefined && rule !== undefined) {
        const got = name.length > 32 ? `${quoted(name)}, which has ${name.length}` : quoted(name);
        yield { at: lb, message: `name must hold ${rule}, got ${got}`, fix: "choose another name" };
      }
      const prefix = subject.resource(lb.address)?.value("name_prefix");
      const limit = typeof prefix === "string" ? prefixProblem(prefix) : undefined;
      if (limit === undefined) continue;
      yield {
        at: lb,
        message: `name_prefix must hold ${limit}, got ${quoted(String(prefix))}`,
        fix: "shorten it, or give a whole name",
      };
    }
  },
};

function problemOf(name: string): string | undefined {
  return nameProblem(name) ?? (name.startsWith("internal-") ? "no internal- at its start" : undefined);
}

function prefixProblem(prefix: string): string | undefined {
  if (prefix.length > 6) return "at most 6 characters";
  return nameProblem(`${prefix}1`);
}
