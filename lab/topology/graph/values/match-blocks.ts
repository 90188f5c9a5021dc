import { isJsonObject, type Json, type JsonObject, listOf, member, membersOf } from "../json";

/** A nested block as it is planned: its values, and `true` where they are not known. */
export interface PlannedBlock {
  readonly value: Json | undefined;
  readonly unknown: Json | undefined;
}

/**
 * Which planned block was written where. Terraform gives blocks of a set in an order of its own, so they are told
 * apart by what is constant in them; undefined for a block that could be several.
 */
export function matchBlocks(
  planned: readonly PlannedBlock[],
  written: readonly JsonObject[],
): readonly (JsonObject | undefined)[] {
  // with a dynamic block among them there are more planned than written ones
  if (planned.length !== written.length) return planned.map(() => undefined);
  if (planned.length === 1) return written;
  const kinds = new Map<string, PlannedKind>();
  for (const block of planned) {
    const text = JSON.stringify([block.value, block.unknown]);
    const kind = kinds.get(text) ?? { size: 0, fits: written.filter((one) => couldBe(block, one)) };
    kinds.set(text, { ...kind, size: kind.size + 1 });
  }
  const queues = claimed(kinds);
  return planned.map(({ value, unknown }) => queues.get(JSON.stringify([value, unknown]))?.shift());
}

/** A kind that only so many blocks fit as it needs takes them all; then fewer are left for the others. */
function claimed(kinds: ReadonlyMap<string, PlannedKind>): ReadonlyMap<string, JsonObject[]> {
  const taken = new Map<string, JsonObject[]>();
  const used = new Set<JsonObject>();
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const [text, { size, fits }] of kinds) {
      const free = fits.filter((one) => !used.has(one));
      if (taken.has(text) || free.length !== size) continue;
      taken.set(text, free);
      for (const one of free) used.add(one);
      isNew = true;
    }
  }
  return taken;
}

/** Blocks that are planned alike; it does not matter which of them is which. */
interface PlannedKind {
  readonly size: number;
  readonly fits: readonly JsonObject[];
}

function couldBe({ value, unknown }: PlannedBlock, written: JsonObject): boolean {
  return membersOf(written).every(([key, expression]) =>
    argumentFits({ value: member(value, key), unknown: member(unknown, key) }, expression),
  );
}

function argumentFits({ value, unknown }: PlannedBlock, expression: Json): boolean {
  if (Array.isArray(expression)) return blocksFit(value, unknown, expression.filter(isJsonObject));
  const constant = member(expression, "constant_value");
  if (constant === undefined || constant === null) return true;
  return unknown !== true && isSameText(constant, value);
}

function blocksFit(
  value: Json | undefined,
  unknown: Json | undefined,
  written: readonly JsonObject[],
): boolean {
  const planned = listOf(value);
  if (written.length > 0 && planned.length === 0) return unknown === true;
  const [first] = written;
  if (planned.length !== 1 || written.length !== 1 || first === undefined) return true;
  return couldBe({ value: planned[0], unknown: listOf(unknown)[0] }, first);
}

/** The plan holds converted values: `"80"` may have been written for the number 80, and sets are sorted. */
function isSameText(written: Json, planned: Json | undefined): boolean {
  if (isJsonObject(written)) return true;
  return textsOf(written) === textsOf(planned);
}

function textsOf(value: Json | undefined): string {
  return Array.isArray(value) ? JSON.stringify(value.map(String).sort()) : String(value);
}
