import {
  changesByKind,
  countChanges,
  isTouched,
  type Review,
  renderDifference,
  type ShowOptions,
  toldApart,
} from "../../../lab/review";
import { type Difference, printable, type ResourceChange } from "../../../lab/topology";
import { hanging, type Page } from "../text";

interface Showing extends ShowOptions {
  /** Addresses of the resources whose user data is told apart. */
  readonly told: ReadonlySet<string>;
}

/** Changes by kind: destroys and replacements first, what stays as it is only counted, drift apart. */
export function renderChanges(review: Review, shown: ShowOptions, page: Page): readonly string[] {
  const { changes } = review;
  const kinds = changesByKind(changes);
  const options: Showing = { ...shown, told: toldApart(review) };
  const { unchanged, reads } = kinds.counts;
  const lines = [
    ...kinds.destroyed.flatMap((change) => row("destroy", change, whyOf(change), page)),
    ...kinds.replaced.flatMap((change) => row("replace", change, replacement(change, options), page)),
    ...kinds.forgotten.flatMap((change) => row("let go", change, "", page)),
    ...kinds.notUnderstood.flatMap((change) => row("not understood", change, "", page)),
    ...kinds.updated.flatMap((change) => row("update", change, settings(change, options), page)),
    ...kinds.created.flatMap((change) => row("create", change, "", page)),
    ...kinds.imported.flatMap((change) => row("import", change, "", page)),
    ...kinds.moved.flatMap((change) => row("move", change, `from ${change.previousAddress}`, page)),
    ...kinds.deferred.flatMap((address) => row("later", { address }, "", page)),
  ];
  const besides = [unchanged > 0 ? `${unchanged} unchanged` : "", reads > 0 ? `${reads} read` : ""].filter(
    Boolean,
  );
  const title = [countChanges(changes), ...besides].join(", ");
  const drift = kinds.drifted.flatMap((change) =>
    row("drift", change, change.kind === "destroy" ? "gone" : settings(touched(change), options), page),
  );
  return [
    [page.colors.bold(title), ...lines].join("\n"),
    ...(drift.length > 0 ? [[page.colors.bold("not as Terraform left it"), ...drift].join("\n")] : []),
  ];
}

function touched(change: ResourceChange): ResourceChange {
  return { ...change, differences: change.differences.filter(isTouched) };
}

function row(
  what: string,
  { address }: { readonly address: string },
  more: string,
  { width }: Page,
): string[] {
  return hanging(`  ${what.padEnd(7)} `, printable(more === "" ? address : `${address}: ${more}`), width);
}

function whyOf({ deposed, reason }: ResourceChange): string {
  return deposed === undefined
    ? (reason ?? "").replaceAll("_", " ")
    : "left behind by an earlier replacement";
}

function replacement(change: ResourceChange, options: Showing): string {
  const { first, forcedBy, differences, reason } = change;
  const forced = forcedBy.map((path) => {
    const difference = differences.find((one) => one.path === path);
    return difference === undefined ? path : valuesOf(change, difference, options);
  });
  const why = forced.length > 0 ? `forced by ${forced.join(", ")}` : (reason ?? "").replaceAll("_", " ");
  return `${first === "create" ? "create first" : "destroy first"}${why === "" ? "" : `, ${why}`}`;
}

function settings(change: ResourceChange, options: Showing): string {
  return change.differences.map((difference) => valuesOf(change, difference, options)).join(", ");
}

function valuesOf({ address }: ResourceChange, difference: Difference, options: Showing): string {
  const { path, before, after } = renderDifference(difference, options, options.told.has(address));
  return difference.after.kind === "unknown" ? `${path} ${after}` : `${path} ${before} -> ${after}`;
}
