// @ts-check

/**
 * The same at a pace that eyes can follow: at once, then at most every `gapMs`, always ending with the newest.
 * @template T
 * @param {number} gapMs
 * @param {(value: T) => void} show
 * @returns {(value: T) => void}
 */
export function paced(gapMs, show) {
  /** @type {{ value: T } | undefined} */
  let waiting;
  let isResting = false;
  const next = () => {
    isResting = waiting !== undefined;
    if (!waiting) return;
    const { value } = waiting;
    waiting = undefined;
    show(value);
    setTimeout(next, gapMs);
  };
  return (value) => {
    waiting = { value };
    if (!isResting) next();
  };
}
