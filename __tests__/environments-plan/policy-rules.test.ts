import { laws } from "../support/policy-laws";
import { offenders, type PolicyRule, readPolicyRules } from "../support/policy-rules";
import { synthesizeLab, synthesizeTeamProd } from "../support/synthesize";
import { SynthesizedStack } from "../support/synthesized-stack";

const stacks: Readonly<Record<string, SynthesizedStack>> = {
  dev: synthesizeLab("dev"),
  staging: synthesizeLab("staging"),
  prod: synthesizeTeamProd(),
};

/** Rules that are not kept on purpose: by their first id and resource, where, and why. */
const exceptions: readonly { rule: string; environments: readonly string[]; reason: string }[] = [
  {
    rule: "CKV_AWS_2 aws_lb_listener",
    environments: ["dev", "staging"],
    reason: "plain HTTP until there is a domain: no certificate can be made without one",
  },
  {
    rule: "CKV2_AWS_20 aws_lb_listener",
    environments: ["dev", "staging"],
    reason: "plain HTTP until there is a domain: no certificate can be made without one",
  },
  {
    rule: "CKV2_AWS_28 aws_lb",
    environments: ["prod"],
    reason: "a web application firewall costs by the month and is the team's choice, outside the lab",
  },
  {
    rule: "AwsSolutions-EC28 aws_launch_template",
    environments: ["prod"],
    reason: "the instance itself asks for detailed monitoring, which outweighs its template",
  },
  {
    rule: "AWS-0057 aws_iam_role_policy",
    environments: ["dev", "staging", "prod"],
    reason: "Session Manager's actions know no single resources, and flow logs name their streams themselves",
  },
];

const rules = readPolicyRules();
const nameOf = ({ ids, resource }: PolicyRule) => `${ids[0]} ${resource}`;
const isExcepted = (rule: PolicyRule, environment: string) =>
  exceptions.some((one) => one.rule === nameOf(rule) && one.environments.includes(environment));

const sentenceOf = ({ resource, when, attribute, check, value }: PolicyRule) =>
  [resource, when && `(${when})`, attribute, check, value].filter(Boolean).join(" ");

const cases = Object.entries(stacks).flatMap(([environment, stack]) =>
  rules
    .filter((rule) => (environment === "prod" ? rule.prod : rule.lab))
    .filter(({ resource }) => resource === "stack" || stack.all(resource).length > 0)
    .filter((rule) => !isExcepted(rule, environment))
    .map((rule) => [environment, sentenceOf(rule), rule.ids.join(", "), rule] as const),
);
test.each(cases)("%s keeps the rule: %s (%s)", (environment, _sentence, _ids, rule) => {
  expect(offenders(rule, stacks[environment]!)).toEqual([]);
});

const demanding = ["is", "one of", "matches", "at least", "at most", "present"];
test.each(
  rules
    .filter(({ when, check }) => when === "" && demanding.includes(check))
    .map((rule) => [sentenceOf(rule), rule] as const),
)("a resource that says nothing breaks the rule: %s", (_sentence, rule) => {
  const silent = new SynthesizedStack(JSON.stringify({ resource: { [rule.resource]: { one: {} } } }));
  expect(offenders(rule, silent)).toEqual([`${rule.resource}.one`]);
});

test("every exception is still one, and has a reason", () => {
  for (const { rule, environments, reason } of exceptions) {
    expect(reason).toMatch(/^.{20,}$/);
    const same = rules.filter((one) => nameOf(one) === rule);
    expect([rule, same.length]).not.toEqual([rule, 0]);
    for (const name of environments) {
      const broken = same.flatMap((one) => offenders(one, stacks[name]!));
      expect([rule, name, broken.length > 0]).toEqual([rule, name, true]);
    }
  }
});

test("every rule is about a type that some environment declares", () => {
  const declared = new Set(
    Object.values(stacks).flatMap(({ resources }) => resources.map(({ type }) => type)),
  );
  expect(rules.filter(({ resource }) => resource !== "stack" && !declared.has(resource)).map(nameOf)).toEqual(
    [],
  );
});

test("every law is asked for by a rule", () => {
  const asked = rules.filter(({ check }) => check === "law").map(({ value }) => value);
  expect(Object.keys(laws).sort()).toEqual([...new Set(asked)].sort());
});
