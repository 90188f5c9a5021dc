/** One measured comparison: pairs of times, each pair taken in the same round. */
export interface Comparison {
  /** What is compared, at most 40 characters. */
  readonly title: string;
  readonly pairs: readonly { readonly baseMs: number; readonly measuredMs: number }[];
  /** Largest ratio of measured to base that is good. */
  readonly targetRatio?: number;
  /** Largest measured time that is good, in seconds. */
  readonly targetSeconds?: number;
}

/** The middle of the values, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** The median of the ratios of the pairs: what slows a whole round slows both of its times. */
export function ratio({ pairs }: Comparison): number {
  return median(pairs.map(({ baseMs, measuredMs }) => measuredMs / baseMs));
}

export function isMissed(comparison: Comparison): boolean {
  const { pairs, targetRatio = Infinity, targetSeconds = Infinity } = comparison;
  const seconds = median(pairs.map(({ measuredMs }) => measuredMs)) / 1000;
  return !(ratio(comparison) <= targetRatio && seconds <= targetSeconds);
}

/** The comparisons as a table of at most 80 columns. */
export function renderTable(comparisons: readonly Comparison[]): string {
  const head = row(["", "base", "measured", "ratio", "target", ""]);
  return [head, ...comparisons.map(renderComparison)].join("\n");
}

function renderComparison(comparison: Comparison): string {
  const { title, pairs } = comparison;
  return row([
    title,
    seconds(median(pairs.map(({ baseMs }) => baseMs))),
    seconds(median(pairs.map(({ measuredMs }) => measuredMs))),
    `${ratio(comparison).toFixed(2)}x`,
    targetOf(comparison),
    targetOf(comparison) && (isMissed(comparison) ? "missed" : "met"),
  ]);
}

/** Empty: it is there to be compared with. */
function targetOf({ targetRatio, targetSeconds }: Comparison): string {
  if (targetRatio !== undefined) return `${targetRatio}x`;
  return targetSeconds === undefined ? "" : `${targetSeconds} s`;
}

function row([title = "", ...cells]: readonly string[]): string {
  const [base = "", measured = "", ratioCell = "", target = "", verdict = ""] = cells;
  const columns = [
    base.padStart(8),
    measured.padStart(10),
    ratioCell.padStart(7),
    target.padStart(7),
    verdict,
  ];
  return `${title.padEnd(38)}${columns.slice(0, 4).join("")}  ${verdict}`.trimEnd();
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
