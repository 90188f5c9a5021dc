import { forcesReplacement } from "../../../lab/review/synths/forces-replacement";
import { changesOf, parseInput, type ResourceChange } from "../../../lab/topology";
import { readPlan, storedPlans } from "../corpus/stored-plans";

/** What real plans do to resources, of every stored plan. */
const changes = storedPlans().flatMap(
  (name) => changesOf(parseInput(readPlan(name) ?? "", name))?.changes ?? [],
);

const replacesOnChange = { user_data_replace_on_change: true };
const isForced = ({ type }: ResourceChange, path: string, settings = replacesOnChange) =>
  forcesReplacement(type, path, settings);

it("what the provider says forces a replacement in a real plan is listed for the type", () => {
  const replaced = changes.filter(({ kind, forcedBy }) => kind === "replace" && forcedBy.length > 0);
  const missing = replaced.flatMap((change) =>
    change.forcedBy.filter((path) => !isForced(change, path)).map((path) => `${change.type} ${path}`),
  );
  expect(replaced.length).toBeGreaterThan(30);
  expect([...new Set(missing)]).toEqual([]);
});

it("what the provider updates in place in a real plan is not listed", () => {
  const updated = changes.filter(({ kind }) => kind === "update");
  const wrong = updated.flatMap((change) =>
    change.differences
      .filter(({ before, after }) => before.kind === "value" && after.kind === "value")
      .filter(({ path }) => isForced(change, path, { user_data_replace_on_change: false }))
      .map(({ path }) => `${change.type} ${path}`),
  );
  expect(updated.length).toBeGreaterThan(20);
  expect([...new Set(wrong)]).toEqual([]);
});
