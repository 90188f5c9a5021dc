interface Output {
  /** Text of a `cdk.tf.json`. */
  readonly json: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Chosen freely by whoever writes a stack; the constructs and a person choose differently. */
const free = ["//", "name", "name_prefix", "priority"];

/**
 * Throws unless both outputs hold the same resources: as many of each type, with the same
 * arguments. Names and priorities may differ, and a reference counts by the type and attribute it names.
 */
export function assertSameResources(withConstructs: Output, byHand: Output): void {
  const [ours, theirs] = [resourcesByType(withConstructs.json), resourcesByType(byHand.json)];
  for (const type of new Set([...ours.keys(), ...theirs.keys()])) {
    const onlyOurs = without(ours.get(type) ?? [], theirs.get(type) ?? []);
    const onlyTheirs = without(theirs.get(type) ?? [], ours.get(type) ?? []);
    if (onlyOurs.length + onlyTheirs.length === 0) continue;
    throw new Error(
      `${type}: both programs must write the same, ` +
        `got ${onlyOurs.length} only with the constructs and ${onlyTheirs.length} only by hand, ` +
        `different in ${differingArguments(onlyOurs[0], onlyTheirs[0])}; bring bench/programs/by-hand*.ts up to date`,
    );
  }
}

/** Number of all resources in the text of a `cdk.tf.json`. */
export function countResources(json: string): number {
  return [...resourcesByType(json).values()].reduce((sum, resources) => sum + resources.length, 0);
}

function resourcesByType(json: string): ReadonlyMap<string, readonly string[]> {
  const { resource = {} } = JSON.parse(json) as { resource?: Record<string, Record<string, Fields>> };
  return new Map(
    Object.entries(resource).map(([type, named]) => [type, Object.values(named).map(normalized)]),
  );
}

function normalized(resource: Fields): string {
  const { tags, depends_on: dependsOn = [], ...rest } = resource;
  const kept = Object.entries(rest).filter(([key, value]) => !free.includes(key) && !isEmptyList(value));
  const { Name: _name, ...otherTags } = (tags ?? {}) as Fields;
  const before = (dependsOn as string[]).map((address) => address.split(".")[0]).sort();
  return JSON.stringify({ ...Object.fromEntries(kept), otherTags, before }).replace(
    /\$\{(aws_\w+)\.[\w-]+\.(\w+)\}/g,
    "${$1.$2}",
  );
}

/** An empty list says what an absent argument says. */
function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Names of the arguments in which the texts of two resources differ. */
function differingArguments(one = "{}", other = "{}"): string {
  const [ones, others] = [JSON.parse(one) as Fields, JSON.parse(other) as Fields];
  const names = new Set([...Object.keys(ones), ...Object.keys(others)]);
  return [...names].filter((name) => JSON.stringify(ones[name]) !== JSON.stringify(others[name])).join(", ");
}

/** The texts of `list` that `other` lacks; a text that is there twice must be there twice. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const text of other) left.set(text, (left.get(text) ?? 0) + 1);
  return list.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}
