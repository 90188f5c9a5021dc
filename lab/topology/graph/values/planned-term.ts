import { createHash } from "node:crypto";
import { isKnown } from "../../known";
import { isJsonObject, type Json, listOf, member } from "../json";
import { absent, list, map, type Scalar, type Term } from "../term";
import type { FindById } from "./known-ids";
import { matchBlocks } from "./match-blocks";
import { hiddenOrigin, type Origin, originOf, partOf } from "./origin";

/** A value with everything that a plan or a state says about it. */
export interface Planned {
  readonly value: Json | undefined;
  /** The same shape, `true` where the value is known after apply. */
  readonly unknown: Json | undefined;
  /** The same shape, `true` where Terraform hides the value. */
  readonly sensitive: Json | undefined;
  readonly origin: Origin;
}

/** What such a value is. */
export function plannedTerm(planned: Planned, findById: FindById): Term {
  const term = unmarkedTerm(planned, findById);
  return planned.sensitive === true ? { ...term, sensitive: true } : term;
}

function unmarkedTerm(planned: Planned, findById: FindById): Term {
  const { value, unknown, origin } = planned;
  if (unknown === true) return unknownTerm(origin);
  if (isJsonObject(value)) return objectTerm(planned, findById);
  if (Array.isArray(value)) return listTerm(planned, value, findById);
  if (value === undefined || value === null || typeof value === "object") return absent;
  const text = hashedText(value, origin);
  return { kind: "scalar", value: text ?? value, link: () => linkOfKnown(value, origin, findById) };
}

/** Up to provider 5 a plan holds the SHA-1 of user data; where that was written as plain text, here it is. */
function hashedText(value: Scalar, origin: Origin): string | undefined {
  if (origin.kind !== "expression" || origin.constant === undefined) return undefined;
  if (typeof value !== "string" || !/^[0-9a-f]{40}$/.test(value)) return undefined;
  return createHash("sha1").update(origin.constant).digest("hex") === value ? origin.constant : undefined;
}

function unknownTerm(origin: Origin): Term {
  if (origin.kind === "unset") return absent;
  if (origin.kind !== "expression") return { kind: "unknown", reason: "known after apply" };
  const { references, follow } = origin;
  const reason = references.length === 0 ? "known after apply" : `known after apply: ${references[0]}`;
  return {
    kind: "unknown",
    reason,
    link: () => follow.one(references),
    links: () => follow.all(references, undefined),
  };
}

/** A name that is known already still belongs to the resource that it was taken from. */
function linkOfKnown(value: Scalar, origin: Origin, findById: FindById) {
  const found = findById(String(value));
  if (found) return found;
  if (origin.kind !== "expression" || origin.isPart) return { external: String(value) };
  const followed = origin.follow.one(origin.references);
  return isKnown(followed) ? followed : { external: String(value) };
}

function objectTerm({ value, unknown, sensitive, origin }: Planned, findById: FindById): Term {
  const keys = () => [
    ...new Set([...Object.keys(value ?? {}), ...(isJsonObject(unknown) ? Object.keys(unknown) : [])]),
  ];
  return map(keys, (key) =>
    plannedTerm(
      {
        value: member(value, key),
        unknown: member(unknown, key),
        sensitive: sensitive === true ? true : member(sensitive, key),
        origin: originOf(origin, key),
      },
      findById,
    ),
  );
}

function listTerm(planned: Planned, values: readonly Json[], findById: FindById): Term {
  const { unknown, sensitive, origin } = planned;
  const items = list(() => {
    const origins = itemOrigins(planned, values);
    return values.map((value, position) =>
      plannedTerm(
        {
          value,
          unknown: listOf(unknown)[position],
          sensitive: sensitive === true ? true : listOf(sensitive)[position],
          origin: origins[position] ?? hiddenOrigin,
        },
        findById,
      ),
    );
  });
  if (origin.kind !== "expression" || !listOf(unknown).includes(true)) return items;
  const { references, follow } = origin;
  return { ...items, links: () => follow.all(references, values.length) };
}

function itemOrigins({ unknown, origin }: Planned, values: readonly Json[]): readonly Origin[] {
  if (origin.kind === "expression") return values.map(() => partOf(origin));
  if (origin.kind !== "blocks") return [];
  const { blocks, follow } = origin;
  const planned = values.map((value, position) => ({ value, unknown: listOf(unknown)[position] }));
  return matchBlocks(planned, blocks).map((expressions) =>
    expressions ? { kind: "block", expressions, follow } : hiddenOrigin,
  );
}
