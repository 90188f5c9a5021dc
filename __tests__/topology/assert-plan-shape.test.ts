import { assertPlanShape, parseInput } from "../../lab/topology";

const check = (plan: object) =>
  assertPlanShape(parseInput(JSON.stringify({ format_version: "1.2", ...plan }), "p"), "p");
const tree = { resources: [{ address: "aws_lb.a", type: "aws_lb", name: "a" }], child_modules: [{}] };

it.each([
  ["nothing but planned values", { planned_values: {} }],
  ["all parts", { planned_values: { root_module: tree }, resource_changes: [], deferred_changes: null }],
  ["modules in modules", { planned_values: { root_module: { child_modules: [tree, tree] } } }],
])("a plan may have %s", (_, plan) => {
  expect(() => check(plan)).not.toThrow();
});

it.each([
  ["resource_changes", { resource_changes: { a: 1 } }],
  ["resource_drift", { resource_changes: [], resource_drift: "x" }],
  ["deferred_changes", { resource_changes: [], deferred_changes: {} }],
  ["planned_values", { planned_values: [] }],
  ["prior_state", { planned_values: {}, prior_state: "x" }],
  ["prior_state.values", { planned_values: {}, prior_state: { values: [] } }],
  ["configuration", { planned_values: {}, configuration: [] }],
  ["resources in planned_values", { planned_values: { root_module: { resources: {} } } }],
  [
    "resources in planned_values",
    { planned_values: { root_module: { child_modules: [{ resources: [7] }] } } },
  ],
  [
    "child_modules in prior_state",
    { planned_values: {}, prior_state: { values: { root_module: { child_modules: [null] } } } },
  ],
])("%s of another shape are refused in one line", (name, plan) => {
  expect(() => check(plan)).toThrow(
    `p: must be a plan as 'terraform show -json' prints it, got ${name} of another shape; print the plan again`,
  );
});
