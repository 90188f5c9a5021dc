/** Whole numbers from the first to the last, both included. */
export interface Interval {
  readonly first: bigint;
  readonly last: bigint;
}

/** A set of whole numbers: intervals in order, with at least one number left out between any two. */
export type Intervals = readonly Interval[];

export function isEmpty(set: Intervals): boolean {
  return set.length === 0;
}

/** The set of whatever is in one of these intervals, which may overlap; one that ends before it begins is empty. */
export function unite(...sets: readonly Intervals[]): Intervals {
  const sorted = sets
    .flat()
    .filter(({ first, last }) => first <= last)
    .sort((one, other) => (one.first < other.first ? -1 : one.first > other.first ? 1 : 0));
  const united: Interval[] = [];
  for (const interval of sorted) {
    const previous = united.at(-1);
    if (previous === undefined || interval.first > previous.last + 1n) united.push(interval);
    else if (interval.last > previous.last)
      united[united.length - 1] = { first: previous.first, last: interval.last };
  }
  return united;
}

export function intersect(one: Intervals, other: Intervals): Intervals {
  const shared: Interval[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const [a, b] = [one[left], other[right]];
    if (a === undefined || b === undefined) return shared;
    const first = a.first > b.first ? a.first : b.first;
    const last = a.last < b.last ? a.last : b.last;
    if (first <= last) shared.push({ first, last });
    if (a.last < b.last) left += 1;
    else right += 1;
  }
}

/** What is in the first set and not in the other. */
export function subtract(from: Intervals, taken: Intervals): Intervals {
  const left: Interval[] = [];
  let at = 0;
  for (const { first, last } of from) {
    let start = first;
    while ((taken[at]?.last ?? start) < start) at += 1;
    for (let next = at; ; next += 1) {
      const hole = taken[next];
      if (hole === undefined || hole.first > last) break;
      if (hole.first > start) left.push({ first: start, last: hole.first - 1n });
      start = hole.last + 1n;
    }
    if (start <= last) left.push({ first: start, last });
  }
  return left;
}

export function covers(outer: Intervals, inner: Intervals): boolean {
  return isEmpty(subtract(inner, outer));
}

export function overlap(one: Intervals, other: Intervals): boolean {
  return !isEmpty(intersect(one, other));
}
