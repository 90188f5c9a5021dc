import { isUnknown, type Settled, settle } from "../../topology";

/** Gathers what the reader must know, each line once. */
export class Notices {
  readonly #lines = new Set<string>();

  add(line: string): void {
    this.#lines.add(line);
  }

  lines(): readonly string[] {
    return [...this.#lines];
  }

  /** The part when all of it is known; otherwise undefined, and a notice that it is left out and why. */
  settleOrLeaveOut<T>(what: string, part: T): Settled<T> | undefined {
    const settlement = settle(part);
    if ("settled" in settlement) return settlement.settled;
    const reasons = settlement.unknowns.map(({ at, reason }) => (at === "" ? reason : `${at}: ${reason}`));
    this.add(`${what} is left out: ${reasons.join(", ")}`);
    return undefined;
  }

  /** The part with every unknown value replaced by the default of the same name, and a notice for each. */
  settleWithDefaults<T extends object>(what: string, part: T, defaults: Settled<T>): Settled<T> {
    const filled = Object.entries(part).map(([key, value]) => [
      key,
      this.#settleValue(`${what}.${key}`, value, (defaults as Record<string, unknown>)[key]),
    ]);
    return Object.fromEntries(filled) as Settled<T>;
  }

  #settleValue(what: string, value: unknown, fallback: unknown): unknown {
    if (isUnknown(value)) {
      this.add(`${what} is not known (${value.unknown}); here it is ${JSON.stringify(fallback)}`);
      return fallback;
    }
    const isNested =
      typeof value === "object" && value !== null && typeof fallback === "object" && fallback !== null;
    return isNested ? this.settleWithDefaults(what, value, fallback as Settled<object>) : value;
  }
}
