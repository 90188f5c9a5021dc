import type { Json, JsonObject } from "../graph/json";
import { decodeText } from "./decode-text";
import { deepestLevel } from "./deepest-level";
import { detectKind, type InputKind } from "./detect-kind";
import { LEVELS_LIMIT } from "./limits";
import { notJson } from "./not-json";
import { TopologyInputError } from "./topology-input-error";

/** A Terraform input whose kind is known. */
export interface TopologyInput {
  readonly kind: InputKind;
  readonly json: JsonObject;
}

/**
 * The input in a text or in the bytes of a file.
 * @param where what an error calls it, such as the name of the file
 * @throws TopologyInputError
 */
export function parseInput(input: string | Uint8Array, where: string): TopologyInput {
  const decoded = typeof input === "string" ? input : decodeText(input, where);
  const text = decoded.startsWith("\uFEFF") ? decoded.slice(1) : decoded;
  if (deepestLevel(text, LEVELS_LIMIT) > LEVELS_LIMIT)
    throw new TopologyInputError(
      where,
      `must be nested at most ${LEVELS_LIMIT} levels deep`,
      "more",
      "give it the output of 'terraform show -json'",
    );
  return detectKind(parseJson(text, where), where);
}

function parseJson(text: string, where: string): Json {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notJson(where, text, cause);
  }
}
