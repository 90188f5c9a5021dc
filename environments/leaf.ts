import { z } from "zod";
import { alternatives, suggestion } from "./nearest";

/** What to do about a wrong value: a sentence, or one that depends on the value. */
type Remedy = string | ((got: unknown) => string);

/** Message of a wrong value: `must be <what>, got <value>; <what to do>`. The key is put before it later. */
export function must(be: string, remedy: Remedy): (issue: { readonly input?: unknown }) => string {
  return ({ input }) =>
    `must be ${be}, got ${show(input)}; ${typeof remedy === "string" ? remedy : remedy(input)}`;
}

/** A whole number in a range; `remedy` says what the number is for. */
export function wholeNumber(min: number, max: number, remedy: string) {
  const error = must(`a whole number from ${min} to ${max}`, remedy);
  return z.int({ error }).min(min, { error }).max(max, { error });
}

/** True or false, never `"true"` or 1. */
export function flag(meaning: string) {
  return z.boolean({ error: must("true or false", `true means that ${meaning}`) });
}

/** One of a few words; a near miss is named. */
export function oneOf<const Word extends string>(words: readonly Word[]) {
  return z.enum(words, {
    error: must(alternatives(words), (got) => suggestion(got, words, "choose one of these")),
  });
}

/** Text of a given form; `be` completes "must be". */
export function text(form: RegExp, be: string, remedy: Remedy) {
  const error = must(be, remedy);
  return z.string({ error }).regex(form, { error });
}

/** Text that `fault` finds nothing wrong with; `fault` gives the whole message from "must be" on. */
export function judged(fault: (got: unknown) => string | undefined) {
  return z.custom<string>((got) => fault(got) === undefined, {
    error: ({ input }) => fault(input) ?? "",
  });
}

/** An object with these keys and no others; each unknown key gets a line with the nearest known one. */
export function shape<Shape extends z.core.$ZodLooseShape>(keys: Shape) {
  const known = Object.keys(keys);
  const notAnObject = must(
    `an object with the keys ${alternatives(known).replace(/ or /, " and ")}`,
    "see its type",
  );
  return z.strictObject(keys, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => suggestion(key, known, `the keys are ${known.join(", ")}`)).join("\n")
        : notAnObject(issue),
  });
}

/** A value as a message shows it: text quoted, on one line, at most 60 characters. */
export function show(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "number") return String(value);
  const json: string | undefined = JSON.stringify(value);
  if (json === undefined) return `a ${typeof value}`;
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}
