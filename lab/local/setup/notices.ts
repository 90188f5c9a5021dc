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

  /**
   * The part with every unknown value replaced by the default of the same name, or left out where there is none, and a
   * notice for each that means something here.
   */
  settleWithDefaults<T extends object>(what: string, part: T, defaults: Settled<T>): Settled<T> {
    return this.#settleParts({ what, names: [] }, part, defaults) as Settled<T>;
  }

  #settleParts(place: Place, part: object, defaults: object): object {
    const filled = Object.entries(part).map(([name, value]) => {
      const at = { ...place, names: [...place.names, name] };
      return [name, this.#settleValue(at, value, (defaults as Record<string, unknown>)[name])] as const;
    });
    return Object.fromEntries(filled.filter(([, value]) => value !== undefined));
  }

  #settleValue(place: Place, value: unknown, fallback: unknown): unknown {
    if (isUnknown(value)) {
      const { what, names } = place;
      if (!names.some((name) => meaningless.has(name)))
        this.add(`${what}: ${inWords(names)} is not known (${value.unknown}); ${instead(fallback)}`);
      return fallback;
    }
    const isNested =
      typeof value === "object" && value !== null && typeof fallback === "object" && fallback !== null;
    return isNested ? this.#settleParts(place, value, fallback) : value;
  }
}

/** Where a value stands: names of attributes in something that has an address. */
interface Place {
  readonly what: string;
  readonly names: readonly string[];
}

/** Attributes that change nothing on this machine, so that nobody need know that they are not known. */
const meaningless: ReadonlySet<string> = new Set([
  "accessLogs",
  "connectionLogs",
  "deletionProtection",
  "lambdaMultiValueHeaders",
  "wafFailOpen",
  "zonalShift",
]);

/** `health check interval seconds` */
function inWords(names: readonly string[]): string {
  return names.map((name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)).join(" ");
}

function instead(fallback: unknown): string {
  if (fallback === undefined) return "here it is left out";
  return typeof fallback === "object" ? "here it has its defaults" : `here it is ${String(fallback)}`;
}
