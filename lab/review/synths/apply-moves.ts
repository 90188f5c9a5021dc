import type { Json, JsonObject } from "../../topology";
import { bodyOf } from "./declared";

/** A base stack as Terraform sees it once it has carried out the moves that the other stack records (`moved` blocks). */
export function applyMoves(base: JsonObject, head: JsonObject): JsonObject {
  return movesOf(head).reduce(applyMove, base);
}

interface Move {
  readonly from: string;
  readonly to: string;
}

function movesOf(head: JsonObject): readonly Move[] {
  const blocks = head.moved === undefined ? [] : Array.isArray(head.moved) ? head.moved : [head.moved];
  return blocks.flatMap((block: Json) => {
    const { from, to } = bodyOf(block);
    return typeof from === "string" && typeof to === "string" ? [{ from: bare(from), to: bare(to) }] : [];
  });
}

function bare(address: string): string {
  return address.replace(/^\$\{(.*)\}$/, "$1");
}

/** Moves one resource, and what refers to it. Nothing is moved onto something that is there already. */
function applyMove(base: JsonObject, { from, to }: Move): JsonObject {
  const [fromType = "", fromName = "", ...rest] = from.split(".");
  const [toType = "", toName = "", ...others] = to.split(".");
  const resources = bodyOf(base.resource);
  const body = bodyOf(resources[fromType])[fromName];
  const isTaken = bodyOf(resources[toType])[toName] !== undefined;
  if (body === undefined || isTaken || rest.length > 0 || others.length > 0 || fromType !== toType)
    return base;
  const { [fromName]: _, ...left } = bodyOf(resources[fromType]);
  const moved = { ...base, resource: { ...resources, [fromType]: { ...left, [toName]: body } } };
  return rename(moved, from, to) as JsonObject;
}

function rename(value: Json, from: string, to: string): Json {
  if (typeof value === "string") {
    if (!value.includes(from)) return value;
    const escaped = from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return value.replace(new RegExp(`(?<![\\w.-])${escaped}(?![\\w-])`, "g"), () => to);
  }
  if (Array.isArray(value)) return value.map((item) => rename(item, from, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rename(item, from, to)]));
}
