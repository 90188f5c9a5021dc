import { SimulationError } from "./simulation-error";

export const aboveNothing = Number.MIN_VALUE;

/** @throws SimulationError for anything but a number in the range */
export function assertNumber(
  where: string,
  value: number,
  {
    least,
    most,
    isWhole = false,
  }: { readonly least: number; readonly most: number; readonly isWhole?: boolean },
): void {
  const isNumber = typeof value === "number" && (!isWhole || Number.isInteger(value));
  if (isNumber && value >= least && value <= most) return;
  const range = least === aboveNothing ? `above 0 and at most ${most}` : `${least} to ${most}`;
  throw new SimulationError(
    `${where}: must be ${isWhole ? "a whole number from " : ""}${range}, got ${shown(value)}; choose one of these`,
  );
}

export function assertMilliseconds(where: string, milliseconds: number): void {
  assertNumber(`${where}: milliseconds`, milliseconds, { least: 0, most: 3_600_000 });
}

export function assertStatus(where: string, status: number): void {
  assertNumber(`${where}: status`, status, { least: 200, most: 599, isWhole: true });
}

/** A misspelt word would be passed over, and its default used. @throws SimulationError */
export function assertKeys(where: string, given: object, allowed: readonly string[]): void {
  const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
  const strange = isObject ? Object.keys(given).find((key) => !allowed.includes(key)) : given;
  if (strange === undefined && isObject) return;
  throw new SimulationError(
    `${where}: must be made of ${allowed.join(", ")}, got ${shown(strange)}; take one of these`,
  );
}

/** @throws SimulationError for another word */
export function assertWord(where: string, value: unknown, words: readonly string[]): void {
  if (words.includes(value as string)) return;
  throw new SimulationError(
    `${where}: must be ${words.join(" or ")}, got ${shown(value)}; take one of these`,
  );
}

/** @throws SimulationError for anything but a list */
export function assertList(where: string, value: unknown): void {
  if (Array.isArray(value)) return;
  throw new SimulationError(`${where}: must be a list, got ${shown(value)}; put it in brackets`);
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
