import type { Json } from "../../topology";
import { maskLines } from "./mask-lines";
import { isPlainValue, MASK } from "./plain-value";
import { isSecretName, isSecretPart } from "./secret-name";

/**
 * A value with stars in place of what its names, or its look, say is a secret, even where Terraform knows nothing of it.
 *
 * @param path of the argument, such as `environment[0].db_password`
 * @param pairNames what the `name` beside it says, of a pair of `name` and `value`
 */
export function maskValue(path: string, value: Json, pairNames: readonly string[] = []): Json {
  const names = path.split(/[.[\]]+/).filter((name) => name !== "" && !/^\d+$/.test(name));
  const isSecret = names.reduce((isIn, name) => isSecretPart(name, isIn, pairNames), false);
  return maskJson(value, isSecret);
}

function maskJson(value: Json, isSecret: boolean): Json {
  if (typeof value === "string") return isSecret ? maskWhole(value) : maskText(value);
  if (typeof value === "number") return isSecret ? MASK : value;
  if (typeof value !== "object" || value === null) return value;
  if (isList(value))
    return value.map((item, index) => maskJson(item, isSecret || isSecretOption(value[index - 1])));
  const pairNames = Object.entries(value).flatMap(([key, name]) =>
    /^(?:name|key)$/i.test(key) && typeof name === "string" ? [name] : [],
  );
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, maskJson(item, isSecretPart(key, isSecret, pairNames))]),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Of the words of a command, one whose next word is a secret. */
function isSecretOption(word: Json | undefined): boolean {
  return typeof word === "string" && /^--?[\w-]+$/.test(word) && isSecretName(word);
}

function maskWhole(text: string): string {
  return isPlainValue(text) ? text : MASK;
}

/** A text that is JSON itself is masked by its own names. */
function maskText(text: string): string {
  const inner = jsonIn(text);
  if (inner === undefined) return maskLines(text.split("\n")).join("\n");
  const masked = JSON.stringify(maskJson(inner, false));
  return masked === JSON.stringify(inner) ? text : masked;
}

function jsonIn(text: string): Json | undefined {
  if (!/^\s*[{["]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
