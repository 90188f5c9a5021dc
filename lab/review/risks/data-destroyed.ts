import { listed, type ResourceChange } from "../../topology";
import type { Comparison } from "../comparison";
import { DATA_TYPES, type Declared, holdingOf } from "../data/data-types";
import { renamesIn } from "../renames/renames";
import type { Hazard, Risk } from "../risk";

/** What is in it does not come back. */
export const dataDestroyed: Risk = {
  id: "data-destroyed",
  level: "destroys-data",
  facts: [],
  rank: 10,
  *find(comparison) {
    const renamed = new Set(renamesIn(comparison).map(({ from }) => from.address));
    for (const change of comparison.changes.changes) {
      const { type, kind, address, deposed } = change;
      if ((kind !== "destroy" && kind !== "replace") || !DATA_TYPES.has(type)) continue;
      // one that only gets another address is told as that
      if (deposed === undefined && renamed.has(address)) continue;
      yield* hazardsOf(comparison, change);
    }
  },
};

function* hazardsOf(comparison: Comparison, change: ResourceChange): Generator<Hazard> {
  const { address, forcedBy, deposed } = change;
  const { before } = comparison.resource(address);
  const holding = holdingOf((deposed === undefined ? before : undefined) ?? asPlanned(change));
  if (holding === undefined) return;
  const { what, guard, respite } = holding;
  const isReplaced = change.kind === "replace";
  const end = `and with it ${what}${guard === undefined ? "" : `; but ${guard}`}`;
  const forced = forcedBy.length === 0 ? "" : `, forced by ${listed(forcedBy)}`;
  const it = deposed === undefined ? "it" : `what an earlier replacement left of it (deposed ${deposed})`;
  yield {
    at: { address, ...(before?.path !== undefined && { path: before.path }) },
    ...(guard !== undefined && { level: "needs-care" }),
    message: `${isReplaced ? "replaces" : "destroys"} ${it}${forced}, ${end}`,
    course: [orderOf(change), respite ?? guard ?? `nothing brings back ${what}`],
    fix: isReplaced
      ? "leave what forces it as it is; or make the new one beside it, copy what is in it, and destroy the old one last"
      : "keep it, with lifecycle prevent_destroy; or take a copy first, or let go of it by a removed block with destroy = false",
  };
}

/** A resource as its change tells it, where no state does. */
function asPlanned({ type, differences }: ResourceChange): Declared {
  const values = new Map(differences.map(({ path, before }) => [path, before]));
  return {
    type,
    value(name) {
      const shown = values.get(name);
      return shown?.kind === "value" ? shown.value : undefined;
    },
  };
}

function orderOf({ kind, first, deposed }: ResourceChange): string {
  if (deposed !== undefined) return "Terraform destroys it; the one that took its place stays";
  if (kind !== "replace") return "Terraform destroys it";
  return first === "create"
    ? "Terraform creates a new one, which is empty, and destroys the old one"
    : "Terraform destroys it, and creates a new one, which is empty";
}
