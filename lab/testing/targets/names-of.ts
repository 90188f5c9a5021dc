import { isUnknown, type Knowable } from "../../topology";

interface Nameable {
  readonly address: string;
  readonly path?: string;
  readonly name?: Knowable<string>;
}

/** Names that mean one element and no other: Terraform address, path of its construct, its name in AWS. */
export function fullNamesOf({ address, path, name }: Nameable): readonly string[] {
  return [
    address,
    ...(path === undefined ? [] : [path]),
    ...(name === undefined || isUnknown(name) ? [] : [name]),
  ];
}

/** Short names, in the order of how well they name it: words of its path or of its address, the stem of its name. */
export function shortNamesOf(element: Nameable): readonly string[] {
  const { name } = element;
  const stem = name === undefined || isUnknown(name) ? [] : stemOf(name);
  const names = [...wordsOfPath(element.path), ...stem, ...wordsOfAddress(element)];
  return [...new Set(names)].filter((word) => word !== "");
}

/** What constructs call their own parts, which tells nobody which of them it is. */
const parts: ReadonlySet<string> = new Set([
  "group",
  "instance",
  "targets",
  "target-group",
  "resource",
  "this",
  "default",
]);

/** The last part of a path that somebody chose, without the name of the stack: `api` of `prod/api/targets/group`. */
function wordsOfPath(path = ""): readonly string[] {
  const chosen = path.split("/").slice(1);
  return chosen.filter((word) => !parts.has(word.toLowerCase())).slice(-1);
}

/** A name without the hash that keeps it unique: `prod-api` of `prod-api-6fd80919`. */
function stemOf(name: string): readonly string[] {
  const [, stem] = /^(.+)-[0-9a-f]{8}$/.exec(name) ?? [];
  return stem === undefined ? [] : [stem];
}

/** Keys, the local name and module names of an address. */
function wordsOfAddress({ address, path }: Nameable): readonly string[] {
  if (path !== undefined) return [];
  const steps = [...address.matchAll(/([\w-]+)(?:\[(?:"([^"]*)"|(\d+))\])?(?:\.|$)/g)];
  const local = steps.at(-1);
  const modules = steps.slice(0, -2).filter((_, index) => index % 2 === 1);
  const words = [local, ...modules.reverse()].flatMap((step) => [step?.[2] ?? "", step?.[1] ?? ""]);
  return words.flatMap(chosenIn).filter((word) => !parts.has(word));
}

/** CDKTF makes a local name of a path: `api` of `api_targets_group_DC719DCF`. */
function chosenIn(word: string): readonly string[] {
  const [, joined] = /^(.+)_[0-9A-F]{8}$/.exec(word) ?? [];
  if (joined === undefined) return [word];
  return joined
    .split("_")
    .filter((part) => !parts.has(part.toLowerCase()))
    .slice(-1);
}
