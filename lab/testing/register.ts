import { matchers } from "./matchers";
import { assertRoutesFinished } from "./routing/to-route";

/** What Jest gives to a test. */
interface Jest {
  readonly expect?: { extend?(given: Readonly<Record<string, unknown>>): void };
  afterEach?(check: () => void): void;
}

/** Gives `expect` the matchers, and has every test checked for assertions that were begun and not finished. */
export function register({ expect, afterEach }: Jest): void {
  if (typeof expect?.extend !== "function")
    throw new Error(
      "alb-lab/testing: must be imported where Jest runs, got no expect; import it in a test, or list it in setupFilesAfterEnv",
    );
  expect.extend(matchers);
  afterEach?.(assertRoutesFinished);
}

/** Jest's own globals, or what it puts in their place where they are switched off. */
export function jestGlobals(): Jest {
  const own = globalThis as unknown as Jest;
  if (own.expect !== undefined) return own;
  try {
    return require("@jest/globals") as Jest;
  } catch {
    return {}; // no Jest runs here
  }
}
