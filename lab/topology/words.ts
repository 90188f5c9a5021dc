/** `1 target`, `2 targets`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** `a`, `a and b`, `a, b and c`; `nothing` where there is none. */
export function listed(texts: readonly string[], before = "and"): string {
  return texts.length > 1
    ? `${texts.slice(0, -1).join(", ")} ${before} ${texts.at(-1)}`
    : (texts[0] ?? "nothing");
}
