import type { Case } from "./case";
import type { Cause, Indication } from "./cause";
import type { About, Certainty, Diagnosis } from "./diagnosis";
import { symptomsOf } from "./symptoms";
import { aboutTarget, type Target } from "./target";
import { listed } from "./words";

/** What a cause has found. */
export interface Found {
  readonly cause: Cause;
  readonly indication: Indication;
}

const MOST_LINES = 8;
const order: readonly Certainty[] = ["certain", "likely", "possible"];

/**
 * Leaves out what a better explanation of the same target makes needless: what it says itself to explain, guesses beside
 * something certain or likely, and observations beside a server that is still starting.
 */
export function withoutWeaker(found: readonly Found[]): readonly Found[] {
  return found.flatMap(({ cause, indication }) => {
    const { targets } = indication;
    if (targets === undefined || targets.length === 0)
      return isExplained(cause, indication.about ?? [], found) ? [] : [{ cause, indication }];
    const left = targets.filter((target) => !isNeedless(cause, indication, target, found));
    return left.length === 0 ? [] : [{ cause, indication: { ...indication, targets: left } }];
  });
}

function isNeedless(cause: Cause, indication: Indication, target: Target, found: readonly Found[]): boolean {
  return found.some((better) => {
    if (better.cause === cause || !better.indication.targets?.includes(target)) return false;
    return better.indication.explains?.includes(cause.id) || isStronger(better, { cause, indication });
  });
}

/** What is certain stands by itself, and what is wanted explains another thing than what is broken. */
function isStronger({ cause: other, indication: better }: Found, { cause, indication }: Found): boolean {
  if (indication.certainty === "certain") return false;
  if (other.kind === "wanted" || cause.kind === "wanted" || better.isBesides) return false;
  if (better.certainty === "certain") return true;
  if (other.kind !== cause.kind) return other.kind === "passing";
  return better.certainty === "likely" && indication.certainty === "possible";
}

function isExplained(cause: Cause, about: readonly About[], found: readonly Found[]): boolean {
  return found.some(
    ({ indication: better }) =>
      better.explains?.includes(cause.id) &&
      about.every((one) => better.about?.some((other) => other.name === one.name)),
  );
}

/** Those that say the same as one diagnosis each, the first one what to look at first. */
export function diagnosesOf(one: Case, found: readonly Found[]): readonly Diagnosis[] {
  const together = new Map<string, Found[]>();
  for (const each of found) {
    const { cause, certainty } = each.indication;
    const key = JSON.stringify([each.cause.id, cause, certainty, fixFor(each, "...")]);
    const same = together.get(key);
    if (same === undefined) together.set(key, [each]);
    else same.push(each);
  }
  return [...together.values()].sort(inOrder).map((same) => diagnosisOf(one, same));
}

function diagnosisOf(one: Case, found: readonly Found[]): Diagnosis {
  const [{ cause, indication }] = found as readonly [Found, ...Found[]];
  const targets = [...new Set(found.flatMap(({ indication: { targets = [] } }) => targets))];
  const about = found.flatMap((each) => each.indication.about ?? []);
  const lines = [...symptomsOf(one, targets), ...found.flatMap(({ indication: { seen = [] } }) => seen)];
  const expected = found.flatMap(({ indication: { expectedAtMs } }) => expectedAtMs ?? []);
  return {
    id: cause.id,
    kind: cause.kind,
    certainty: indication.certainty,
    about: unique([...targets.map(aboutTarget), ...about]),
    seen: [...new Set(lines)].slice(0, MOST_LINES),
    cause: indication.cause,
    fix: fixFor({ cause, indication }, listed(found.flatMap(({ indication: { place } }) => place ?? []))),
    ...(expected.length > 0 && { expectedAtMs: Math.max(...expected) }),
    page: `docs/causes/${cause.id}.md`,
  };
}

function fixFor({ indication: { fix } }: Found, places: string): string {
  return typeof fix === "string" ? fix : fix(places);
}

function unique(about: readonly About[]): readonly About[] {
  return [...new Map(about.map((one) => [JSON.stringify(one), one])).values()];
}

/** By what is to be done about it, by certainty, then by rank. */
function inOrder([one]: readonly Found[], [other]: readonly Found[]): number {
  if (one === undefined || other === undefined) return 0;
  return (
    turnOf(one) - turnOf(other) ||
    order.indexOf(one.indication.certainty) - order.indexOf(other.indication.certainty) ||
    one.cause.rank - other.cause.rank ||
    (one.cause.id < other.cause.id ? -1 : 1)
  );
}

/** What has to be mended comes before what is wrong besides, what passes, guesses, and what works as it was set. */
function turnOf({ cause: { kind }, indication: { certainty, isBesides = false } }: Found): number {
  if (kind === "wanted") return 4;
  if (kind === "passing") return 2;
  if (certainty === "possible") return 3;
  return isBesides ? 1 : 0;
}
