import { renderDifference } from "../../../lab/review";
import { changesOf, type Json, parseInput } from "../../../lab/topology";
import { changeOf, planWith } from "../../testing/support/plan";

/** What a list of changes says of arguments that change. */
function shownOf(before: object, after: object, marks: object = {}, showSensitive = false): string {
  const change = { actions: ["update"], before, after, after_unknown: {}, ...marks };
  const plan = planWith([], { resource_changes: [{ ...changeOf({ address: "aws_x.a" }), change }] });
  const [found] = changesOf(parseInput(JSON.stringify(plan), "plan"))?.changes ?? [];
  return (found?.differences ?? [])
    .map((one) => renderDifference(one, { showSensitive }))
    .map((one) => `${one.path} ${one.before} -> ${one.after}`)
    .join(", ");
}

describe("a value in a list of changes", () => {
  it("is hidden on both sides where Terraform calls it sensitive on one", () => {
    expect(shownOf({ text: "old" }, { text: "new" }, { after_sensitive: { text: true } })).toBe(
      "text (sensitive) -> (sensitive)",
    );
    expect(shownOf({ text: "old" }, { text: "new" }, { before_sensitive: { text: true } })).toBe(
      "text (sensitive) -> (sensitive)",
    );
  });

  it.each<[string, Json]>([
    ["a secret in JSON", '{"password":"hunter2x"}'],
    ["a secret in JSON in JSON", JSON.stringify({ settings: JSON.stringify({ password: "hunter2x" }) })],
    ["a secret in YAML", 'db:\n  password: "hunter2x"\n'],
    ["a secret in a file of variables", 'DB_PASSWORD="hunter2x"'],
    ["a container's environment", '[{"environment":[{"name":"DB_PASSWORD","value":"hunter2x"}]}]'],
    ["words of a command", ["run", "--password", "hunter2x"]],
    ["a map", { db_password: "hunter2x", port: "80" }],
    ["parts of something secret", { credentials: { shop: "hunter2x" } }],
    ["a number", { password: 12345678 }],
  ])("is masked before it becomes text: %s", (_, value) => {
    const shown = shownOf({ text: null }, { text: value });
    expect(shown).not.toMatch(/hunter|12345678/);
    expect(shown).toContain("********");
    expect(shownOf({ text: null }, { text: value }, {}, true)).toMatch(/hunter|12345678/);
  });

  it("is masked beside a name that says what it is, whichever side has that name", () => {
    const variable = (name: string, value: string) => ({ environment: [{ name, value }] });
    expect(shownOf(variable("DB_PASSWORD", "hunter2"), variable("DB_PASSWORD", "hunter3"))).toBe(
      'environment[0].value "********" -> "********"',
    );
    expect(shownOf(variable("DB_PASSWORD", "hunter2"), variable("PORT", "80"))).not.toContain("hunter2");
    expect(shownOf(variable("PORT", "80"), variable("PORT", "81"))).toContain('"80" -> "81"');
  });

  it("is shown where its name only reminds of a secret", () => {
    const shown = shownOf(
      { http_tokens: "optional", secret_arn: "arn:aws:a", port: 1 },
      { http_tokens: "required", secret_arn: "arn:aws:b", port: 2 },
    );
    expect(shown).toBe(
      'http_tokens "optional" -> "required", port 1 -> 2, secret_arn "arn:aws:a" -> "arn:aws:b"',
    );
  });
});
