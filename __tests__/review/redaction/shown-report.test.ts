import { createColors } from "picocolors";
import type { Terminal } from "../../../cli";
import { renderReview, renderReviewJson } from "../../../cli/render/review";
import {
  hasFailed,
  type Report,
  renderMarkdown,
  reportOn,
  reviewOf,
  type ShowOptions,
  shownReport,
  sidesOfPlan,
} from "../../../lab/review";
import { parseInput } from "../../../lab/topology";
import type { Shape } from "../../lint/support/shop";
import { readPlan } from "../corpus/stored-plans";

const RULE = "aws_lb_listener_rule.api_docs";

/** A plan in which a rule, sensitive in what it asks for and answers, changes places with another. */
function reportWith(old: Shape, fresh: Shape, marks: Shape, more: (plan: Shape) => void = () => {}): Report {
  const plan: Shape = JSON.parse(readPlan("two-rules-swap-their-priorities") ?? "");
  for (const resource of [...resourcesIn(plan.prior_state.values.root_module)].filter(isRule)) {
    Object.assign(resource.values, old);
    resource.sensitive_values = marks;
  }
  for (const resource of [...resourcesIn(plan.planned_values.root_module)].filter(isRule)) {
    Object.assign(resource.values, fresh);
    resource.sensitive_values = marks;
  }
  for (const { change } of plan.resource_changes.filter(isRule)) {
    Object.assign(change.before, old);
    Object.assign(change.after, fresh);
    Object.assign(change, { before_sensitive: marks, after_sensitive: marks });
  }
  more(plan);
  const sides = sidesOfPlan(parseInput(JSON.stringify(plan), "plan"));
  if (sides === undefined) throw new Error("no plan");
  return reportOn([{ name: "shop", review: reviewOf(sides) }]);
}

const isRule = ({ address }: Shape) => address === RULE;

function* resourcesIn(module: Shape): Generator<Shape> {
  yield* module.resources ?? [];
  for (const child of module.child_modules ?? []) yield* resourcesIn(child);
}

const asking = (value: string) => ({
  condition: [{ http_header: [{ http_header_name: "X-Origin-Verify", values: [value] }] }],
});
const askingMarks = { condition: [{ http_header: [{ values: true }] }] };

const page = { width: 80, colors: createColors(false) } as unknown as Terminal;

/** Everything that a report is printed as. */
function printsOf(report: Report, options: ShowOptions = {}): readonly string[] {
  return [
    renderMarkdown(report, options),
    renderReviewJson(report, options),
    renderReview(report, options, page),
  ];
}

describe("what Terraform calls sensitive", () => {
  const hidden = reportWith(asking("S3cretOld"), asking("S3cretNew"), askingMarks);

  it("is in no text of a report, and decides over requests all the same", () => {
    for (const text of printsOf(hidden)) {
      expect(text).not.toMatch(/s3cret/i);
      expect(text).toMatch(/header x-origin-verify \*{8}/);
    }
    const [stack] = hidden.stacks;
    if (stack === undefined || hasFailed(stack)) throw new Error("no review");
    expect(stack.review.risks.map(({ id }) => id)).toContain("requests-unanswered");
  });

  it("is shown to whoever asks for it", () => {
    for (const text of printsOf(hidden, { showSensitive: true })) expect(text).toMatch(/S3cretOld/);
  });

  it("is not told by the part of a pattern that an example request repeats", () => {
    const report = reportWith(asking("S3cretOld*of-*"), asking("*S3cretNew?x"), askingMarks);
    for (const text of printsOf(report)) expect(text).not.toMatch(/s3cret/i);
  });

  it("is masked in answers too, where it has characters that JSON or a URL writes in another way", () => {
    const answering = (path: string) => ({
      action: [{ type: "redirect", order: 1, redirect: [{ path, status_code: "HTTP_302" }] }],
    });
    const marks = { action: [{ redirect: [{ path: true }] }] };
    const report = reportWith(answering('/s3cret "old" ü'), answering('/s3cret "new" ü'), marks);
    for (const text of printsOf(report)) expect(text).not.toContain("s3cret");
  });

  it("is known from variables, outputs and the state, also where nothing changes", () => {
    const tagged = (plan: Shape) => {
      for (const { change } of plan.resource_changes.filter(isRule))
        change.after.tags = { A: "from-variable", B: "from-output", C: "from-data" };
      plan.variables = { origin: { value: "from-variable" } };
      plan.configuration.root_module.variables = { origin: { sensitive: true } };
      plan.planned_values.outputs = { origin: { sensitive: true, value: { deep: ["from-output"] } } };
      plan.prior_state.values.root_module.resources.push({
        address: "data.aws_x.y",
        mode: "data",
        type: "aws_x",
        name: "y",
        values: { secret: "from-data" },
        sensitive_values: { secret: true },
      });
    };
    const report = reportWith({}, {}, {}, tagged);
    for (const text of printsOf(report)) expect(text).not.toContain("from-");
    expect(printsOf(report, { showSensitive: true })[0]).toContain("from-variable");
  });

  it("hides neither addresses nor everyday words that it happens to be like", () => {
    const report = reportWith(asking("api_docs"), asking("true"), askingMarks);
    const shown = shownReport(report, {});
    expect(JSON.stringify(shown.stacks[0])).toContain(RULE);
    const text = renderReview(report, {}, page);
    expect(text).toContain(RULE);
    expect(text).not.toMatch(/header x-origin-verify api_docs/);
  });

  it("costs nothing where there is none", () => {
    const report = reportWith({}, {}, {});
    expect(shownReport(report, {})).toBe(report);
  });
});
