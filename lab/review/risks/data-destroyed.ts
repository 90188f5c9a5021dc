import { listed, type Resource, type ResourceChange } from "../../topology";
import { DATA_TYPES, holdingOf } from "../data-types";
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
    for (const change of comparison.changesTo(["destroy", "replace"], ...DATA_TYPES)) {
      const { before } = comparison.resource(change.address);
      // one that only gets another address is told as that
      if (before === undefined || renamed.has(change.address)) continue;
      const hazard = hazardOf(change, before);
      if (hazard !== undefined) yield hazard;
    }
  },
};

function hazardOf(change: ResourceChange, before: Resource): Hazard | undefined {
  const holding = holdingOf(before);
  if (holding === undefined) return undefined;
  const { what, guard, respite } = holding;
  const isReplaced = change.kind === "replace";
  const end = `and with it ${what}${guard === undefined ? "" : `; but ${guard}`}`;
  const { address, forcedBy } = change;
  const forced = forcedBy.length === 0 ? "" : `, forced by ${listed(forcedBy)}`;
  return {
    at: { address, ...(before.path !== undefined && { path: before.path }) },
    ...(guard !== undefined && { level: "needs-care" }),
    message: `${isReplaced ? "replaces" : "destroys"} it${forced}, ${end}`,
    course: [orderOf(change), respite ?? guard ?? `nothing brings back ${what}`],
    fix: isReplaced
      ? "leave what forces it as it is; or make the new one beside it, copy what is in it, and destroy the old one last"
      : "keep it, with lifecycle prevent_destroy; or take a copy first, or let go of it by a removed block with destroy = false",
  };
}

function orderOf({ kind, first }: ResourceChange): string {
  if (kind !== "replace") return "Terraform destroys it";
  return first === "create"
    ? "Terraform creates a new one, which is empty, and destroys the old one"
    : "Terraform destroys it, and creates a new one, which is empty";
}
