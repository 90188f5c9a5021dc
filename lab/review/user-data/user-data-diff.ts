import type { UserData } from "../../../userdata";
import { type AutoScalingGroup, type Instance, isUnknown, type Knowable } from "../../topology";
import type { Comparison } from "../comparison";
import type { ShowOptions } from "../shown";
import { DOCUMENT, partsOf } from "./parts";
import { patchBetween } from "./patch";
import { UserDataSources } from "./sources";

/** What instances are given to run, before and after, file by file. */
export interface UserDataDiff {
  /** Addresses of the instances and auto scaling groups: all whose user data changes alike are told together. */
  readonly addresses: readonly string[];
  /** Addresses of the resources in which it is written, such as a launch template; of an instance its own. */
  readonly sources: readonly string[];
  /** Empty where `unknown` is there. */
  readonly files: readonly FileDiff[];
  /** Why nobody can say what changes. */
  readonly unknown?: string;
}

/** One file, or the commands, or the whole document where it has no parts. */
export interface FileDiff {
  readonly path: string;
  readonly kind: "added" | "changed" | "removed";
  /** Unified text without header; absent: too different to be compared line by line. */
  readonly patch?: string;
}

type Server = Instance | AutoScalingGroup;
type Told = Omit<UserDataDiff, "addresses" | "sources">;

/** Of every server that is there before and after. */
export function userDataDiff(comparison: Comparison, options: ShowOptions = {}): readonly UserDataDiff[] {
  const sources = new UserDataSources(comparison);
  const pairs = [...comparison.pairs("instances"), ...comparison.pairs("autoScalingGroups")];
  const byText = new Map<string, { readonly told: Told; addresses: string[]; sources: Set<string> }>();
  for (const { before, after } of pairs) {
    const told = diffOf(comparison, sources, before, after, options);
    if (told === undefined) continue;
    const key = JSON.stringify(told);
    const known = byText.get(key) ?? { told, addresses: [], sources: new Set() };
    byText.set(key, known);
    known.addresses.push(after.address);
    for (const source of sourcesOf(sources, before, after)) known.sources.add(source);
  }
  return [...byText.values()].map(({ told, addresses, sources: from }) => ({
    addresses,
    sources: [...from].sort(),
    ...told,
  }));
}

function sourcesOf(sources: UserDataSources, before: Server, after: Server): readonly string[] {
  const own = "minSize" in after ? [] : [after.address];
  if (isUnknown(before.userData) || isUnknown(after.userData)) return own;
  return [...own, ...sources.of(before.userData?.text, after.userData?.text)];
}

function diffOf(
  comparison: Comparison,
  sources: UserDataSources,
  before: Server,
  after: Server,
  options: ShowOptions,
): Told | undefined {
  const [old, fresh] = [before.userData, after.userData];
  if (isUnknown(old) || isUnknown(fresh)) return unknownDiff(comparison, old, fresh, after);
  if (old?.text === fresh?.text) return undefined;
  if (!options.showSensitive && sources.isSensitive(after.address, [old?.text, fresh?.text]))
    return { files: [], unknown: "it changes, and Terraform calls it sensitive" };
  return { files: filesBetween(old, fresh, options) };
}

/** A hash, or a value that is known after apply: whether it changes at all, only the plan can say. */
function unknownDiff(
  comparison: Comparison,
  old: Knowable<UserData> | undefined,
  fresh: Knowable<UserData> | undefined,
  { address }: Server,
): Told | undefined {
  const change = comparison.changeOf({ address });
  const isChanged = change?.differences.some(({ path }) => /^user_data(_base64)?$/.test(path)) ?? false;
  const reason = isUnknown(fresh) ? fresh.unknown : isUnknown(old) ? old.unknown : "";
  return isChanged ? { files: [], unknown: `it changes: ${reason}` } : undefined;
}

function filesBetween(
  old: UserData | undefined,
  fresh: UserData | undefined,
  options: ShowOptions,
): readonly FileDiff[] {
  const [before, after] = [partsOf(old), partsOf(fresh)];
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  const files = paths.flatMap((path) => fileDiff(path, before.get(path), after.get(path), options));
  return files.length > 0 ? files : fileDiff(DOCUMENT, old?.text, fresh?.text, options);
}

function fileDiff(
  path: string,
  before: string | undefined,
  after: string | undefined,
  options: ShowOptions,
): readonly FileDiff[] {
  if (before === after) return [];
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  const patch = patchBetween(before ?? "", after ?? "", options);
  return [{ path, kind, ...(patch !== undefined && { patch }) }];
}
