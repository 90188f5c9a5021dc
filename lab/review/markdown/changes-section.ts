import type { Difference, ResourceChange } from "../../topology";
import { type ChangesByKind, changesByKind } from "../changes-by-kind";
import { isTouched } from "../drift";
import type { Review } from "../review";
import { renderDifference, type ShowOptions } from "../shown";
import type { Detail } from "./detail";
import { code, details, first } from "./text";

/** Changes by kind: destroys and replacements first, what stays as it is only counted. */
export function changesSection({ changes }: Review, detail: Detail, options: ShowOptions): string {
  const kinds = changesByKind(changes);
  const open = [
    list("Destroyed", kinds.destroyed, detail, (change) => nameOf(change) + reasonOf(change)),
    list("Replaced", kinds.replaced, detail, (change) => nameOf(change) + replacement(change, options)),
    list("No longer managed, but left as it is", kinds.forgotten, detail, nameOf),
    list("Not understood: an action that this version does not know", kinds.notUnderstood, detail, nameOf),
    list(
      "Updated in place",
      kinds.updated,
      detail,
      (change) => nameOf(change) + settings(change, detail, options),
    ),
    list("Created", kinds.created, detail, nameOf),
    list("Imported", kinds.imported, detail, nameOf),
    list(
      "Moved",
      kinds.moved,
      detail,
      ({ previousAddress = "", address }) => `${code(previousAddress)} → ${code(address)}`,
    ),
    list(
      "Put off to a later plan",
      kinds.deferred.map((address) => ({ address })),
      detail,
      nameOf,
    ),
    countsOf(kinds),
    drift(kinds, detail, options),
  ];
  return open.filter((text) => text !== "").join("\n\n");
}

function list<Item>(
  title: string,
  items: readonly Item[],
  { mostRows }: Detail,
  render: (item: Item) => string,
): string {
  if (items.length === 0) return "";
  const { shown, more } = first(mostRows, items);
  const lines = shown.map((item) => `- ${render(item)}`);
  return [`**${title} (${items.length})**`, "", ...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join(
    "\n",
  );
}

function nameOf({ address, deposed }: Pick<ResourceChange, "address" | "deposed">): string {
  return deposed === undefined ? code(address) : `${code(address)} (left behind by an earlier replacement)`;
}

function reasonOf({ reason }: ResourceChange): string {
  return reason === undefined ? "" : `, ${code(reason)}`;
}

function replacement(change: ResourceChange, options: ShowOptions): string {
  const { first: does, forcedBy, differences, reason } = change;
  const order = does === "create" ? "create first" : "destroy first";
  const forced = forcedBy.map((path) => {
    const difference = differences.find((one) => one.path === path);
    if (difference === undefined) return code(path);
    return valuesOf(difference, options);
  });
  const why =
    forced.length > 0 ? `, forced by ${forced.join(", ")}` : reason === undefined ? "" : `, ${code(reason)}`;
  return `: ${order}${why}`;
}

function settings({ differences }: ResourceChange, { hasSettings }: Detail, options: ShowOptions): string {
  if (!hasSettings || differences.length === 0) return "";
  const { shown, more } = first(8, differences);
  const texts = shown.map((difference) => valuesOf(difference, options));
  return `: ${[...texts, ...(more > 0 ? [`${more} more`] : [])].join(", ")}`;
}

function valuesOf(difference: Difference, options: ShowOptions): string {
  const { path, before, after } = renderDifference(difference, options);
  if (difference.after.kind === "unknown") return `${code(path)} ${after}`;
  return `${code(path)} ${code(before)} → ${code(after)}`;
}

function countsOf({ counts: { unchanged, reads } }: ChangesByKind): string {
  const texts = [
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(reads > 0 ? [`${reads} read`] : []),
  ];
  return texts.length === 0 ? "" : `Besides: ${texts.join(", ")}.`;
}

/** Apart, as nobody planned it. */
function drift({ drifted }: ChangesByKind, detail: Detail, options: ShowOptions): string {
  if (drifted.length === 0) return "";
  const { shown, more } = first(detail.mostRows, drifted);
  const lines = shown.map((change) => {
    const touched = { ...change, differences: change.differences.filter(isTouched) };
    const what = change.kind === "destroy" ? ": gone" : settings(touched, detail, options);
    return `- ${nameOf(change)}${what}`;
  });
  const body = [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join("\n");
  return details(`Drift: ${drifted.length} not as Terraform left it`, body);
}
