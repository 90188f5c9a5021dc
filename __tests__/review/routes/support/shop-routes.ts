import { DEFAULT_QUOTAS, Subject } from "../../../../lab/lint";
import { type EntranceDiff, type Region, routeDiff } from "../../../../lab/review/routes";
import { parseTopology } from "../../../../lab/topology";
import { type Shape, shop } from "../../../lint/support/shop";

export type Edit = (resource: Shape) => void;

/** What a change to the shop does to its routes, on every entrance. */
export function entrancesAfter(edit: Edit, first: Edit = () => {}): readonly EntranceDiff[] {
  const before = shop();
  first(before.resource);
  const after = structuredClone(before);
  edit(after.resource);
  const [one, other] = [before, after].map(
    (shape) => new Subject(parseTopology(JSON.stringify(shape)), DEFAULT_QUOTAS),
  );
  return routeDiff(one!, other!).entrances;
}

/** Every region in a line. */
export function regionsAfter(edit: Edit, first?: Edit): readonly string[] {
  return entrancesAfter(edit, first).flatMap(({ at, regions }) =>
    regions.map((region) => `${at}: ${lineOf(region)}`),
  );
}

export function unsureAfter(edit: Edit, first?: Edit): readonly string[] {
  return entrancesAfter(edit, first).flatMap(({ unsure }) => unsure);
}

function lineOf({ kind, before, after, conditions, except, example }: Region): string {
  const which = conditions.join(" and ") || "every request";
  const but = except.length === 0 ? "" : ` except ${except.join(", ")}`;
  const headers = example?.headers.map(({ name, value }) => ` ${name}: ${value}`).join("") ?? "";
  return `${kind}: ${which}${but}: ${before.text} -> ${after.text} (${example?.method} ${example?.url}${headers})`;
}
