import type { ResourceChange, Shown } from "../../topology";
import { lifespanOf, RETENTIONS, type Retention } from "../data/retentions";
import type { Hazard, Risk } from "../risk";

/** What is kept for less time is deleted without anybody destroying anything. */
export const retentionShortened: Risk = {
  id: "retention-shortened",
  level: "needs-care",
  facts: [],
  rank: 20,
  *find(comparison) {
    for (const change of comparison.changesTo(["update"], ...RETENTIONS.keys())) {
      const path = comparison.resource(change.address).after?.path;
      const at = { address: change.address, ...(path !== undefined && { path }) };
      for (const told of shortened(change)) yield { at, ...told };
    }
  },
};

function* shortened({ type, differences }: ResourceChange): Generator<Omit<Hazard, "at">> {
  const retentions = RETENTIONS.get(type) ?? [];
  for (const { path, before, after } of differences) {
    const retention = retentions.find((one) => one.path === path);
    if (retention === undefined) continue;
    const [was, is] = [lifespanIn(before, retention), lifespanIn(after, retention)];
    if (was === undefined || is === undefined || is >= was) continue;
    const [from, to] = [nameOf(was), nameOf(is)];
    const { what } = retention;
    yield {
      message: `keeps ${what} for less time: ${path} is ${from} before and ${to} after`,
      course: [
        "Terraform changes it in place; requests notice nothing",
        is === 0
          ? `from then on ${what} are not kept at all, and those that are there are deleted`
          : `AWS deletes ${what} that are older, within hours or days; they do not come back`,
      ],
      fix: `leave ${path} ${from}, or take a copy of what is older first`,
    };
  }
}

function lifespanIn(shown: Shown, retention: Retention): number | undefined {
  if (shown.kind === "value") return lifespanOf(shown.value, retention);
  return shown.kind === "not-set" ? lifespanOf(undefined, retention) : undefined;
}

function nameOf(lifespan: number): string {
  return lifespan === Number.POSITIVE_INFINITY ? "for ever" : String(lifespan);
}
