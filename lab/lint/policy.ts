import { type Block, isUnknown, type Link, type Resource } from "../topology";
import { memoize } from "./memoize";
import type { Subject } from "./subject";

/** Where in a resource something is, as `Block` takes it. */
export type Path = readonly (string | number)[];

/** A flag, or its default where it is not set; `undefined`: nobody can say. */
export function flagOf(block: Block, path: Path, fallback: boolean): boolean | undefined {
  const text = textOf(block, path, String(fallback));
  if (text === "true" || text === "1") return true;
  return text === "false" || text === "0" ? false : undefined;
}

/** A text, or its default where it is not set or empty; `undefined`: nobody can say. */
export function textOf(block: Block, path: Path, fallback: string): string | undefined {
  const value = block.value(...path);
  if (value === undefined || value === null || value === "") return fallback;
  return typeof value === "object" ? undefined : String(value);
}

/** A number, or its default where it is not set; `undefined`: nobody can say. */
export function numberOf(block: Block, path: Path, fallback: number): number | undefined {
  const text = textOf(block, path, String(fallback));
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Whether something is set that is not empty; `undefined`: nobody can say. */
export function isSet(block: Block, path: Path): boolean | undefined {
  const value = block.value(...path);
  if (isUnknown(value)) return undefined;
  if (value === undefined || value === null || value === "") return false;
  return !Array.isArray(value) || value.length > 0;
}

/** The nested blocks of a name; `undefined`: nobody can say. */
export function blocksOf(block: Block, ...path: Path): readonly Block[] | undefined {
  const blocks = block.blocks(...path);
  return isUnknown(blocks) ? undefined : blocks;
}

/** The texts of a list, or the one text that stands for it; `undefined`: nobody can say. */
export function textsOf(block: Block, ...path: Path): readonly string[] | undefined {
  const value = block.value(...path);
  if (value === undefined || value === null) return [];
  const items = [value].flat();
  return items.every((item) => typeof item === "string") ? items : undefined;
}

const MOST_HOPS = 5;
const NAMES = ["id", "arn", "bucket", "name"];

/**
 * Whether a link leads to a resource, by reference or by a name that both write; `undefined`: nobody can say.
 *
 * @param via argument by which the resources on the way name theirs: `aws_s3_bucket_policy.logs.bucket` is a bucket
 */
export function isLinkTo(
  subject: Subject,
  link: Link | undefined,
  resource: Resource,
  via: string,
): boolean | undefined {
  let reached = link;
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    if (reached === undefined) return false;
    if (isUnknown(reached)) return undefined;
    if ("external" in reached) {
      const { external } = reached;
      return NAMES.some((name) => resource.value(name) === external);
    }
    if (reached.address === resource.address) return true;
    reached = subject.resource(reached.address)?.link(via);
  }
  return false;
}

/** What is declared beside a resource and belongs to it. */
export interface Companions {
  readonly found: readonly Resource[];
  /** There may be others: one says by an unknown value whose it is, or is in a module that nobody sees. */
  readonly mayBeMore: boolean;
}

/** Resources of some types that name another one. */
export function companionsOf(
  subject: Subject,
  owner: Resource,
  types: readonly string[],
  ...path: Path
): Companions {
  const { byAddress, open } = namingIndex(subject, types, path);
  const found = [...(byAddress.get(owner.address) ?? [])];
  let mayBeMore = hasUnreadModules(subject);
  for (const { resource, end } of open) {
    if (found.includes(resource)) continue;
    const isOwned = isLinkTo(subject, end, owner, "id");
    if (isOwned === undefined) mayBeMore = true;
    else if (isOwned) found.push(resource);
  }
  return { found, mayBeMore };
}

/** Which resources name which. */
interface NamingIndex {
  readonly byAddress: ReadonlyMap<string, readonly Resource[]>;
  /** Those whose link ends at a name, or at something that nobody knows. */
  readonly open: readonly { readonly resource: Resource; readonly end: Link }[];
}

const namingIndexes = memoize((_: Subject) => new Map<string, NamingIndex>());

function namingIndex(subject: Subject, types: readonly string[], path: Path): NamingIndex {
  const indexes = namingIndexes(subject);
  const key = [...types, ...path].join(" ");
  const known = indexes.get(key);
  if (known !== undefined) return known;
  const byAddress = new Map<string, Resource[]>();
  const open: { resource: Resource; end: Link }[] = [];
  for (const resource of subject.resources(...types))
    for (const link of linksOf(resource, path)) {
      const { passed, end } = follow(subject, link, String(path.at(-1)));
      for (const address of passed) byAddress.set(address, [...(byAddress.get(address) ?? []), resource]);
      if (end !== undefined) open.push({ resource, end });
    }
  const index = { byAddress, open };
  indexes.set(key, index);
  return index;
}

/** The resources that a link leads to, one by way of the other, and where that ends if not at one of them. */
function follow(
  subject: Subject,
  link: Link,
  via: string,
): { passed: readonly string[]; end: Link | undefined } {
  const passed: string[] = [];
  let reached: Link | undefined = link;
  while (passed.length < MOST_HOPS && reached !== undefined && "address" in reached) {
    passed.push(reached.address);
    reached = subject.resource(reached.address)?.link(via);
  }
  return { passed, end: reached !== undefined && "address" in reached ? undefined : reached };
}

/** Whether something has no companion for sure. */
export function isWithout(companions: Companions): boolean {
  return companions.found.length === 0 && !companions.mayBeMore;
}

/** The links of an argument that may be one or a list; one that is unknown as a whole is one link. */
export function linksOf(block: Block, path: Path): readonly Link[] {
  const links = block.links(...path);
  if (isUnknown(links)) return [links];
  return links;
}

/** Whether a stack calls modules, which may refer to anything and are not part of it. */
export function hasUnreadModules(subject: Subject): boolean {
  return subject.topology.ignored.some(({ type }) => type === "module");
}

const wordsOf = memoize((resource: Resource) => JSON.stringify(resource.value()));

/** What resources mention: what is known after apply says whose it is, what is known is an id. */
export class Mentions {
  readonly #words: string;
  readonly #addresses: ReadonlySet<string>;

  constructor(resources: readonly Resource[]) {
    this.#words = resources.map(wordsOf).join("\n");
    this.#addresses = new Set(this.#words.match(/\b[a-z]+_\w+\.[\w-]+/g));
  }

  has(resource: Resource): boolean {
    const id = resource.value("id");
    if (typeof id === "string" && this.#words.includes(JSON.stringify(id))) return true;
    return this.#addresses.has(`${resource.type}.${resource.name}`);
  }
}
