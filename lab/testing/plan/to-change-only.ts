import { listed, type PlanChanges, type ResourceChange } from "../../topology";
import { CannotJudge } from "../cannot-judge";
import type { Judgement } from "../judgement";
import type { InputOptions } from "../received/read-received";
import { shown } from "../words";
import { describeChanges, planOf } from "./plan-of";

export interface ChangeMatchers<R> {
  /**
   * Nothing is changed but what has one of these addresses; `*` stands for any text, also for brackets and dots. An
   * address before a move counts as well. A move by itself is no change.
   */
  toChangeOnly(addresses: readonly string[], options?: InputOptions): R;
}

export function judgeChangeOnly(
  given: unknown,
  addresses: readonly string[],
  options?: InputOptions,
): Judgement {
  if (!Array.isArray(addresses))
    throw new CannotJudge(`toChangeOnly: must be given a list of addresses, got ${shown(addresses)}`);
  const plan = planOf(given, options);
  assertThere(plan, addresses);
  const patterns = addresses.map(patternOf);
  const isMeant = (change: ResourceChange) =>
    namesOf(change).some((name) => patterns.some((one) => one.test(name)));
  const changed = plan.changes.filter(({ kind }) => kind !== "nothing");
  const others = changed.filter((change) => !isMeant(change));
  return {
    holds: others.length === 0,
    subject: "the plan",
    wanted: `change ${addresses.length === 0 ? "nothing" : `only ${listed(addresses)}`}`,
    seen: others.length === 0 ? describeNone(changed, plan) : describeChanges(others, plan),
  };
}

function describeNone(changed: readonly ResourceChange[], plan: PlanChanges): string {
  return changed.length === 0 ? "it changes nothing at all" : describeChanges(changed, plan);
}

function namesOf({ address, previousAddress }: ResourceChange): readonly string[] {
  return previousAddress === undefined ? [address] : [address, previousAddress];
}

function patternOf(address: string): RegExp {
  const texts = address.split("*").map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${texts.join(".*")}$`, "s");
}

/** An address that the plan does not know is a slip: it would allow nothing, and nobody would see. */
function assertThere({ changes }: PlanChanges, addresses: readonly string[]): void {
  const known = changes.flatMap(namesOf);
  for (const address of addresses) {
    if (address.includes("*") || known.includes(address)) continue;
    const inside = known.find((name) => name.startsWith(`${address}[`) || name.startsWith(`${address}.`));
    const hint = inside === undefined ? "" : `; ${inside} is, and ${address}* would match it`;
    throw new CannotJudge(
      `toChangeOnly: must name resources of the plan, got ${shown(address)}, which is none${hint}`,
    );
  }
}
