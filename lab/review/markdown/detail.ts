/** How much a comment tells. */
export interface Detail {
  readonly hasDiagrams: boolean;
  readonly hasPatches: boolean;
  readonly hasSettings: boolean;
  readonly hasCourses: boolean;
  /** False: the table of all stacks alone. */
  readonly hasSections: boolean;
  /** Entries of a list. */
  readonly mostRows: number;
  /** Characters of the reason of the verdict. */
  readonly longestReason: number;
  /** What was left out so far, for a person. */
  readonly cuts: readonly string[];
}

const everything: Detail = {
  hasDiagrams: true,
  hasPatches: true,
  hasSettings: true,
  hasCourses: true,
  hasSections: true,
  mostRows: 1_000,
  longestReason: Number.POSITIVE_INFINITY,
  cuts: [],
};

const steps: readonly (readonly [cut: string | undefined, less: Partial<Detail>])[] = [
  ["the pictures", { hasDiagrams: false }],
  ["the text of user data", { hasPatches: false }],
  ["what updates change", { hasSettings: false }],
  ["long lists", { mostRows: 20 }],
  ["what happens step by step", { hasCourses: false }],
  [undefined, { mostRows: 5 }],
  ["everything but the verdict of each stack", { hasSections: false, mostRows: 100 }],
  [undefined, { mostRows: 20 }],
  ["the end of the reason", { longestReason: 200 }],
];

/** The order in which a comment is shortened until it fits: each tells less than the one before. */
export const details: readonly Detail[] = shortened();

function shortened(): readonly Detail[] {
  const found = [everything];
  let last = everything;
  for (const [cut, less] of steps) {
    last = { ...last, ...less, cuts: cut === undefined ? last.cuts : [...last.cuts, cut] };
    found.push(last);
  }
  return found;
}
