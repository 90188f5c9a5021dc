import type { Difference, ResourceChange } from "../../topology";
import { type ChangesByKind, changesByKind } from "../changes-by-kind";
import { isTouched } from "../drift";
import type { Review } from "../review";
import { renderDifference, type ShowOptions } from "../shown";
import { toldApart } from "../user-data/told-apart";
import type { Detail } from "./detail";
import { code, details, first } from "./text";

interface Showing extends ShowOptions {
  /** Addresses of the resources whose user data has a section of its own. */
  readonly told: ReadonlySet<string>;
}

/** Changes by kind: destroys and replacements first, what stays as it is only counted. */
export function changesSection(review: Review, detail: Detail, shown: ShowOptions): string {
  const kinds = changesByKind(review.changes);
  const options: Showing = { ...shown, told: toldApart(review) };
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

function replacement(change: ResourceChange, options: Showing): string {
  const { first: does, forcedBy, differences, reason } = change;
  const order = does === "create" ? "create first" : "destroy first";
  const forced = forcedBy.map((path) => {
    const difference = differences.find((one) => one.path === path);
    if (difference === undefined) return code(path);
    return valuesOf(change, difference, options);
  });
  const why =
    forced.length > 0 ? `, forced by ${forced.join(", ")}` : reason === undefined ? "" : `, ${code(reason)}`;
  return `: ${order}${why}`;
}

function settings(change: ResourceChange, { hasSettings }: Detail, options: Showing): string {
  const { differences } = change;
  if (!hasSettings || differences.length === 0) return "";
  const { shown, more } = first(8, differences);
  const texts = shown.map((difference) => valuesOf(change, difference, options));
  return `: ${[...texts, ...(more > 0 ? [`${more} more`] : [])].join(", ")}`;
}

function valuesOf({ address }: ResourceChange, difference: Difference, options: Showing): string {
  const { path, before, after } = renderDifference(difference, options, options.told.has(address));
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
function drift({ drifted }: ChangesByKind, detail: Detail, options: Showing): string {
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
