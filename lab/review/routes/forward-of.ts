import { type ForwardAction, isUnknown, listed, type Unknown, type WeightedGroup } from "../../topology";
import type { Given, GroupShare } from "./answer";
import type { ActionPlace } from "./answer-of";

interface Weighed {
  readonly identity: string;
  readonly name: string;
  readonly weight: number;
}

type Place = Pick<ActionPlace, "labels" | "identify">;

/** A forward, by the shares that its groups get: 1 and 1 are the same as 50 and 50. */
export function forwardOf({ groups, stickiness }: ForwardAction, place: Place): Given | Unknown {
  if (isUnknown(groups)) return groups;
  if (groups.length === 0) return { unknown: "no target group is named" };
  const weighed: Weighed[] = [];
  for (const group of groups) {
    const one = weigh(group, place);
    if (isUnknown(one)) return one;
    weighed.push(one);
  }
  // with one group there is nothing to stay with
  if (stickiness === undefined || groups.length === 1) return given(weighed, undefined);
  const { enabled, durationSeconds } = stickiness;
  if (isUnknown(enabled)) return enabled;
  if (enabled && isUnknown(durationSeconds)) return durationSeconds;
  return given(weighed, enabled ? (durationSeconds as number) : undefined);
}

function weigh({ group, weight }: WeightedGroup, { labels, identify }: Place): Weighed | Unknown {
  if (isUnknown(group)) return group;
  if (isUnknown(weight)) return weight;
  return { identity: identify(group), name: labels.to(group), weight };
}

/** @param staySeconds how long clients stay with a group; undefined: not at all */
function given(weighed: readonly Weighed[], staySeconds: number | undefined): Given {
  const all = [...merged(weighed)].sort((one, other) => (one.identity < other.identity ? -1 : 1));
  const sum = all.reduce((total, { weight }) => total + weight, 0);
  const used = all.filter(({ weight }) => weight > 0);
  const divisor = used.reduce((common, { weight }) => greatestCommonDivisor(common, weight), 0);
  // clients of an earlier draw stay with a group whose weight has become 0
  const counted = staySeconds === undefined ? used : all;
  const shares = counted.map(({ identity, weight }) => [identity, divisor === 0 ? 0 : weight / divisor]);
  const text = sum === 0 ? "503, as every group has weight 0" : `forward to ${namesOf(used, sum, "name")}`;
  const stay = staySeconds === undefined ? "" : `, clients stay with their group for ${staySeconds} s`;
  const groups = used.map(
    ({ identity, weight }): GroupShare => ({ group: identity, share: percent(weight, sum) }),
  );
  return {
    key: JSON.stringify(["forward", shares, staySeconds ?? "free"]),
    answer: { kind: "forward", isAnswered: sum > 0, text, groups },
    fullText: `${sum === 0 ? text : `forward to ${namesOf(counted, sum, "identity")}`}${stay}`,
  };
}

/** A group that is named twice gets both shares. */
function merged(weighed: readonly Weighed[]): readonly Weighed[] {
  const byIdentity = new Map<string, Weighed>();
  for (const one of weighed) {
    const weight = one.weight + (byIdentity.get(one.identity)?.weight ?? 0);
    byIdentity.set(one.identity, { ...one, weight });
  }
  return [...byIdentity.values()];
}

function namesOf(groups: readonly Weighed[], sum: number, by: "name" | "identity"): string {
  const nameOf = (group: Weighed) =>
    by === "name" || group.name === group.identity ? group.name : `${group.name} (${group.identity})`;
  const [only] = groups;
  if (only !== undefined && groups.length === 1) return nameOf(only);
  return listed(groups.map((group) => `${nameOf(group)} (${percent(group.weight, sum)} %)`));
}

function percent(weight: number, sum: number): number {
  return Math.round((1000 * weight) / sum) / 10;
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}
