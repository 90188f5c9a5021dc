import { renderReviewJson } from "../../cli/render/review";
import { type Review, reportOn, reviewOf, sidesOfPlan } from "../../lab/review";
import { parseInput } from "../../lab/topology";
import type { Shape } from "../lint/support/shop";
import { readPlan } from "./corpus/stored-plans";
import { patch, sidesOf } from "./support/hazards";

/** A harmless plan of the corpus, with a change to its JSON. */
function planned(change: (plan: Shape) => void): Review {
  const plan = JSON.parse(readPlan("dev-gets-a-tag-on-everything") ?? "");
  change(plan);
  const sides = sidesOfPlan(parseInput(JSON.stringify(plan), "plan"));
  if (sides === undefined) throw new Error("the plan of the corpus is none");
  return reviewOf(sides);
}

const isListener = ({ type }: Shape) => type === "aws_lb_listener";

/** Leaves the listener to a later plan, as Terraform does: it then stands in none of the other lists. */
function deferListener(plan: Shape): void {
  plan.complete = false;
  plan.deferred_changes = plan.resource_changes
    .filter(isListener)
    .map((resource_change: Shape) => ({ reason: "provider_config_unknown", resource_change }));
  plan.resource_changes = plan.resource_changes.filter((change: Shape) => !isListener(change));
  const modules = [plan.planned_values.root_module];
  for (const module of modules) {
    module.resources = (module.resources ?? []).filter((resource: Shape) => !isListener(resource));
    modules.push(...(module.child_modules ?? []));
  }
}

describe("nothing is called safe", () => {
  it("of which Terraform decides in a later plan; until then it stays as it is", () => {
    const { verdict, routes } = planned(deferListener);
    expect(verdict).toEqual({
      level: "needs-care",
      reason: expect.stringMatching(
        /^not understood: Terraform leaves to a later plan what becomes of aws_lb_/,
      ),
    });
    expect(routes.entrances).toEqual([]);
  });

  it("where the plan is only a part of the change, as with -target", () => {
    expect(planned(() => {}).verdict.level).toBe("safe");
    expect(planned((plan) => Object.assign(plan, { complete: true })).verdict.level).toBe("safe");
    expect(planned((plan) => Object.assign(plan, { complete: false })).verdict).toEqual({
      level: "needs-care",
      reason: expect.stringContaining("the plan is not complete: made with -target or -exclude"),
    });
  });

  it.each([true, false])("and programs are told whether the plan is complete: %p", (complete) => {
    const review = planned((plan) => Object.assign(plan, { complete }));
    const [stack] = JSON.parse(renderReviewJson(reportOn([{ name: "dev", review }]), {})).stacks;
    expect(stack.changes.isComplete).toBe(complete);
  });

  it("where requests are answered differently though nothing changes", () => {
    const torn = planned((plan) => {
      delete plan.prior_state;
      for (const { change } of plan.resource_changes) change.actions = ["no-op"];
    });
    expect(torn.verdict).toMatchObject({
      level: "needs-care",
      reason: expect.stringContaining("a part of the plan is missing"),
    });
  });

  it("where nobody can tell which requests are answered differently", () => {
    const maybe = sidesOf(patch({ aws_lb_listener_rule: { api: { count: "${var.isOn ? 1 : 0}" } } }));
    for (const risks of [undefined, []])
      expect(reviewOf(maybe, { ...(risks && { risks }) }).verdict.level).toBe("needs-care");
    expect(reviewOf(maybe, { risks: [] }).verdict.reason).toContain("is not known");
  });

  it("that holds data, where two synths do not say whether it is replaced", () => {
    const table = { aws_keyspaces_table: { carts: { table_name: "carts", tags: { Team: "shop" } } } };
    const edited = (settings: Shape) =>
      reviewOf(sidesOf(patch({ aws_keyspaces_table: { carts: settings } }), patch(table))).verdict;
    expect(edited({ table_name: "baskets" })).toEqual({
      level: "needs-care",
      reason: expect.stringContaining("aws_keyspaces_table.carts may be replaced"),
    });
    expect(edited({ tags: { Team: "web" } }).level).toBe("safe");
  });
});
