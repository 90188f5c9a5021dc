import { readFileSync } from "node:fs";
import { join } from "node:path";
import { laws } from "./policy-laws";
import { type Resource, type SynthesizedStack, valuesAt } from "./synthesized-stack";

/** One rule of the security scanners, as the table in fixtures/policy-rules.tsv says it. */
export interface PolicyRule {
  /** What the scanners call it: checkov, Trivy, cdk-nag, AWS's own checks, and the lab's own (`OWN-`). */
  readonly ids: readonly string[];
  /** Resource type, or `stack`. */
  readonly resource: string;
  /** `argument=value`, or `open` for rules that admit or reach every address; empty for always. */
  readonly when: string;
  readonly attribute: string;
  readonly check: string;
  readonly value: string;
  readonly lab: boolean;
  readonly prod: boolean;
}

type Compare = (values: readonly string[], wanted: string) => boolean;

const comparisons: Readonly<Record<string, Compare>> = {
  is: (values, wanted) => values.length > 0 && values.every((value) => value === wanted),
  "is not": (values, wanted) => !values.includes(wanted),
  "one of": (values, wanted) =>
    values.length > 0 && values.every((value) => wanted.split(" ").includes(value)),
  matches: (values, wanted) => values.length > 0 && values.every((value) => new RegExp(wanted).test(value)),
  "at least": (values, wanted) =>
    values.length > 0 && values.every((value) => Number(value) >= Number(wanted)),
  "at most": (values, wanted) =>
    values.length > 0 && values.every((value) => Number(value) <= Number(wanted)),
  present: (values) => values.length > 0 && !values.includes(""),
  absent: (values) => values.length === 0,
};

/** The rules of the table. */
export function readPolicyRules(): readonly PolicyRule[] {
  const [, ...lines] = readFileSync(join(__dirname, "..", "fixtures", "policy-rules.tsv"), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const [ids = "", resource = "", when = "", attribute = "", check = "", value = "", lab, prod] =
      line.split("\t");
    return {
      ids: ids.split(" "),
      resource,
      when,
      attribute,
      check,
      value,
      lab: lab === "yes",
      prod: prod === "yes",
    };
  });
}

/** Addresses of the resources that break a rule, or `stack`. */
export function offenders(rule: PolicyRule, stack: SynthesizedStack): readonly string[] {
  const whole: Resource = { type: "stack", name: "stack", address: "stack", fields: {} };
  const judged =
    rule.resource === "stack" ? [whole] : stack.all(rule.resource).filter((one) => applies(rule, one));
  return judged.filter((resource) => !holds(rule, resource, stack)).map(({ address }) => address);
}

function applies({ when }: PolicyRule, { fields }: Resource): boolean {
  if (when === "") return true;
  if (when === "open") return fields.cidr_ipv4 === "0.0.0.0/0" || fields.cidr_ipv6 === "::/0";
  const [argument = "", value] = when.split("=");
  return String(fields[argument]) === value;
}

function holds(
  { attribute, check, value }: PolicyRule,
  resource: Resource,
  stack: SynthesizedStack,
): boolean {
  if (check === "without type") return stack.all(value).length === 0;
  if (check === "linked to" || check === "not linked to") {
    const types = value.split(" ");
    const linked = stack.resources.some(
      (other) => types.includes(other.type) && stack.areLinked(resource, other),
    );
    return linked === (check === "linked to");
  }
  const law = check === "law" ? laws[value] : undefined;
  if (law) return law(resource, stack);
  const compare = comparisons[check];
  if (compare) return compare(valuesAt(resource.fields, attribute).map(String), value);
  throw new Error(`policy-rules.tsv: there is no check ${check} ${value}`);
}
