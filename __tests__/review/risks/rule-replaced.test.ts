import { Comparison } from "../../../lab/review/comparison";
import { risksIn } from "../../../lab/review/review";
import { ruleReplaced } from "../../../lab/review/risks/rule-replaced";
import type { Shape } from "../../lint/support/shop";
import { type Change, risksOf, sidesOf } from "../support/hazards";

/** Rules that are made anew, as somebody asks for it: the plan says so. */
function replaced(first: "destroy" | "create", base?: Change) {
  const sides = sidesOf(() => {}, base);
  const changes = sides.changes.changes.map((change) =>
    change.type === "aws_lb_listener_rule"
      ? { ...change, kind: "replace" as const, first, reason: "replace_by_request" }
      : change,
  );
  return risksIn(new Comparison({ ...sides, changes: { ...sides.changes, changes } }), [ruleReplaced]);
}

it("tells who answers meanwhile, in the order of the apply", () => {
  const [risk, ...others] = replaced("destroy");
  expect(others).toEqual([]);
  expect(risk?.message).toBe(
    "replaces a rule at HTTP 80 of shop that requests need, on request: meanwhile they get forward to web",
  );
  expect(risk?.course).toEqual([
    "Terraform destroys the rule",
    "from then on requests get what is behind it: those with path /api or /api/*: forward to web",
    "it creates the rule again: a second or more, and for good where the apply ends in between",
  ]);
});

it("is silent where requests are answered the same without the rule", () => {
  const needless = (resource: Shape) => {
    resource.aws_lb_listener_rule.api.action = resource.aws_lb_listener.http.default_action;
  };
  expect(replaced("destroy", needless)).toEqual([]);
});

it("is silent where the new rule comes first, or the rule is changed in place", () => {
  expect(replaced("create")).toEqual([]);
  const renumbered = (resource: Shape) => {
    resource.aws_lb_listener_rule.api.priority = 20;
  };
  expect(risksOf(ruleReplaced, renumbered)).toEqual([]);
});
