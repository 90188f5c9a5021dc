import { isJsonObject, type Json, member } from "./json";
import { absent, list, scalar, type Term } from "./term";

/** JSON in which a text is nothing but itself. */
export function literalTerm(json: Json | undefined): Term {
  if (json === undefined || json === null) return absent;
  if (isJsonObject(json))
    return { kind: "map", keys: Object.keys(json), at: (key) => literalTerm(member(json, key)) };
  if (typeof json === "object") return list(() => json.map(literalTerm));
  return scalar(json);
}
