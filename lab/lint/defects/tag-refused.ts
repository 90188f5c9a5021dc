import type { Defect, Flaw } from "../defect";
import { type Tagged, taggedResources } from "../tags";
import { quoted } from "../values";

const TEXT = /^[\p{L}\p{Z}\p{N} _.:/=+@-]*$/u;

/** Keys and values of tags have a length and, in load balancing, an alphabet. */
export const tagRefused: Defect = {
  id: "tag-refused",
  severity: "error",
  facts: ["N9", "X9"],
  *find(subject) {
    for (const tagged of taggedResources(subject)) yield* judged(tagged);
  },
};

function* judged({ resource, tags, isRouting }: Tagged): Generator<Flaw> {
  for (const [key, value] of tags) {
    const keyProblem = problemOfKey(key, isRouting);
    if (keyProblem !== undefined) {
      const message = `a key of tags must ${keyProblem}, got ${quoted(key)}`;
      yield { at: resource, message, fix: "rename the tag" };
    }
    const problem = value === undefined ? undefined : problemOfText(value, 256, isRouting);
    if (problem === undefined) continue;
    const message = `a value of tags must ${problem}, got ${quoted(value ?? "")} for ${quoted(key)}`;
    yield { at: resource, message, fix: "change the value" };
  }
}

function problemOfKey(key: string, isRouting: boolean): string | undefined {
  if (key === "") return "not be empty";
  if (/^aws:/i.test(key)) return "not begin with aws:";
  return problemOfText(key, 128, isRouting);
}

function problemOfText(text: string, most: number, isRouting: boolean): string | undefined {
  if ([...text].length > most) return `have at most ${most} characters`;
  return !isRouting || TEXT.test(text) ? undefined : "hold letters, digits, spaces and _ . : / = + - @ only";
}
