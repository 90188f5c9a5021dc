import type { Json, JsonObject } from "../../topology";
import { bodyOf } from "./declared";
import { BLOCKS, KEPT, type Kept } from "./kept-arguments";

/** A stack with what the base says of arguments that stay as they are in AWS where nobody writes them any more. */
export function keepUnsaid(base: JsonObject, head: JsonObject): JsonObject {
  const earlier = bodyOf(base.resource);
  const resources = Object.entries(bodyOf(head.resource)).map(([type, named]) => {
    const kept = KEPT[type.replace(/^aws_alb(?=_|$)/, "aws_lb")];
    if (kept === undefined || earlier[type] === undefined) return [type, named];
    const before = bodyOf(earlier[type]);
    const bodies = Object.entries(bodyOf(named)).map(([name, body]) => [
      name,
      before[name] === undefined ? body : withUnsaid(kept, bodyOf(before[name]), bodyOf(body)),
    ]);
    return [type, Object.fromEntries(bodies)];
  });
  return resources.length === 0 ? head : { ...head, resource: Object.fromEntries(resources) };
}

function withUnsaid({ names, instead = {} }: Kept, was: JsonObject, is: JsonObject): JsonObject {
  const found: Record<string, Json> = { ...is };
  for (const [name, value] of Object.entries(was)) {
    if (isUnsaid(name, value) || !names.some((kept) => isCalled(name, kept))) continue;
    const isReplaced = (instead[name] ?? []).some((other) => !isUnsaid(other, is[other]));
    if (isUnsaid(name, is[name]) && !isReplaced) found[name] = value;
  }
  for (const path of names) {
    const [block = "", argument] = path.split(".");
    const value = argument === undefined ? undefined : bodyOf(was[block])[argument];
    const isWritten = found[block] !== undefined && found[block] !== null;
    if (argument === undefined || !isWritten || value === undefined || value === null) continue;
    found[block] = { [argument]: value, ...withoutNulls(bodyOf(found[block])) };
  }
  return found;
}

function withoutNulls(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

function isCalled(name: string, kept: string): boolean {
  return kept.endsWith("*") ? name.startsWith(kept.slice(0, -1)) : name === kept;
}

/** An empty list of blocks says nothing; one of values says that there shall be none. */
function isUnsaid(name: string, value: Json | undefined): boolean {
  return value === undefined || value === null || (BLOCKS.has(name) && Object.keys(value).length === 0);
}
