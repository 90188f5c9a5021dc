import {
  changesByKind,
  countChanges,
  isTouched,
  type Review,
  renderDifference,
  type ShowOptions,
} from "../../../lab/review";
import { printable, type ResourceChange } from "../../../lab/topology";
import { hanging, type Page } from "../text";

/** Changes by kind: destroys and replacements first, what stays as it is only counted, drift apart. */
export function renderChanges({ changes }: Review, options: ShowOptions, page: Page): readonly string[] {
  const kinds = changesByKind(changes);
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

function replacement({ first, forcedBy, differences, reason }: ResourceChange, options: ShowOptions): string {
  const forced = forcedBy.map((path) => {
    const difference = differences.find((one) => one.path === path);
    return difference === undefined ? path : valuesOf(difference, options);
  });
  const why = forced.length > 0 ? `forced by ${forced.join(", ")}` : (reason ?? "").replaceAll("_", " ");
  return `${first === "create" ? "create first" : "destroy first"}${why === "" ? "" : `, ${why}`}`;
}

function settings({ differences }: ResourceChange, options: ShowOptions): string {
  return differences.map((difference) => valuesOf(difference, options)).join(", ");
}

function valuesOf(difference: ResourceChange["differences"][number], options: ShowOptions): string {
  const { path, before, after } = renderDifference(difference, options);
  return difference.after.kind === "unknown" ? `${path} ${after}` : `${path} ${before} -> ${after}`;
}
