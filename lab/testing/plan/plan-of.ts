import type { PlanChanges, ResourceChange } from "../../topology";
import { counted, listed } from "../../topology";
import { CannotJudge } from "../cannot-judge";
import { type InputOptions, readReceived } from "../received/read-received";

const inputs = { synth: "a synthesized stack", state: "a state", plan: "a part of one" } as const;

/** What a plan changes. @throws CannotJudge for anything but a whole plan */
export function planOf(given: unknown, options: InputOptions = {}): PlanChanges {
  const { name, topology, changes } = readReceived(given, options);
  if (changes === undefined)
    throw new CannotJudge(
      `${name}: must be a plan, got ${inputs[topology.source.kind]}; make one with 'terraform plan -out=plan' and 'terraform show -json plan'`,
    );
  const [deferred] = changes.deferred;
  if (deferred !== undefined)
    throw new CannotJudge(`what happens to ${deferred} is not known: Terraform decides in a later plan`);
  const other = changes.changes.find(({ kind }) => kind === "other");
  if (other !== undefined)
    throw new CannotJudge(
      `what happens to ${other.address} is not known: its actions are new to this version`,
    );
  return changes;
}

/** Changes in a line or a few, and what drifted beside them. */
export function describeChanges(shown: readonly ResourceChange[], { drifted }: PlanChanges): string {
  const lines = shown.slice(0, 10).map(describeChange);
  const rest = shown.length > 10 ? [`and ${shown.length - 10} more`] : [];
  const drift = drifted.length === 0 ? [] : [`(beside that, ${counted(drifted.length, "resource")} drifted)`];
  return [...lines, ...rest, ...drift].join("\n");
}

const verbs = {
  create: "creates",
  update: "updates",
  replace: "replaces",
  destroy: "destroys",
  forget: "forgets",
  nothing: "leaves",
  other: "does something to",
} as const;

function describeChange({
  kind,
  address,
  deposed,
  previousAddress,
  forcedBy,
  reason,
}: ResourceChange): string {
  const what = deposed === undefined ? address : `${address} (deposed ${deposed})`;
  const moved = previousAddress === undefined ? "" : ` (was ${previousAddress})`;
  const why =
    forcedBy.length > 0
      ? `: ${listed(forcedBy)} ${forcedBy.length === 1 ? "forces" : "force"} it`
      : reasonOf(reason);
  return `it ${verbs[kind]} ${what}${moved}${kind === "update" ? "" : why}`;
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["replace_because_tainted", "it is tainted"],
  ["replace_by_request", "-replace asks for it"],
  ["replace_by_triggers", "replace_triggered_by asks for it"],
  ["replace_because_cannot_update", "it cannot be updated"],
  ["delete_because_no_resource_config", "it is not declared any more"],
  ["delete_because_no_module", "its module is not declared any more"],
  ["delete_because_wrong_repetition", "count or for_each has come or gone"],
  ["delete_because_count_index", "its count is smaller"],
  ["delete_because_each_key", "its for_each has lost the key"],
  ["delete_because_no_move_target", "it was moved to where nothing is declared"],
]);

function reasonOf(reason: string | undefined): string {
  return reason === undefined ? "" : `: ${reasons.get(reason) ?? reason}`;
}
