/** Positions of rules, 32 in a number. A plain array, because making a typed one takes longer than all the rest. */
export type RuleSet = number[];

/** @param size number of rules */
export function emptySet(size: number): RuleSet {
  return new Array<number>(Math.ceil(size / 32)).fill(0);
}

export function fullSet(size: number): RuleSet {
  const set = emptySet(size);
  for (let position = 0; position < size; position++) add(set, position);
  return set;
}

export function add(set: RuleSet, position: number): void {
  set[position >> 5] = (set[position >> 5] as number) | (1 << (position & 31));
}

export function remove(set: RuleSet, position: number): void {
  set[position >> 5] = (set[position >> 5] as number) & ~(1 << (position & 31));
}

/** Whether both have a rule in common. */
export function meet(one: RuleSet, other: RuleSet): boolean {
  for (let word = 0; word < one.length; word++)
    if (((one[word] as number) & (other[word] as number)) !== 0) return true;
  return false;
}

/** Leaves in the first set what is in the second one as well. */
export function keepOnly(set: RuleSet, other: RuleSet): void {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] as number) & (other[word] as number);
}

export function addAll(set: RuleSet, other: RuleSet): void {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] as number) | (other[word] as number);
}

/** The first position from `from` on; -1: none. */
export function nextIn(set: RuleSet, from: number): number {
  for (let word = from >> 5; word < set.length; word++) {
    const bits = (set[word] as number) & (word === from >> 5 ? -1 << (from & 31) : -1);
    if (bits !== 0) return (word << 5) + 31 - Math.clz32(bits & -bits);
  }
  return -1;
}
