import type { UserData } from "../../../userdata";
import { type AutoScalingGroup, type Instance, isUnknown, type Knowable } from "../../topology";
import type { Comparison } from "../comparison";
import { DOCUMENT, partsOf } from "./parts";
import { patchBetween } from "./patch";

/** What instances are given to run, before and after, file by file. */
export interface UserDataDiff {
  /** Addresses of the instances and auto scaling groups: all whose user data changes alike are told together. */
  readonly addresses: readonly string[];
  /** Empty where `unknown` is there. */
  readonly files: readonly FileDiff[];
  /** Why nobody can say what changes. */
  readonly unknown?: string;
}

/** One file, or the commands, or the whole document where it has no parts. */
export interface FileDiff {
  readonly path: string;
  readonly kind: "added" | "changed" | "removed";
  /** Unified text without header, secrets masked; absent: too different to be compared line by line. */
  readonly patch?: string;
}

type Server = Instance | AutoScalingGroup;

/** Of every server that is there before and after. What Terraform calls sensitive is not shown. */
export function userDataDiff(comparison: Comparison): readonly UserDataDiff[] {
  const pairs = [...comparison.pairs("instances"), ...comparison.pairs("autoScalingGroups")];
  const byText = new Map<string, UserDataDiff>();
  for (const { before, after } of pairs) {
    const change = diffOf(comparison, before, after);
    if (change === undefined) continue;
    const key = JSON.stringify(change);
    const known = byText.get(key)?.addresses ?? [];
    byText.set(key, { ...change, addresses: [...known, after.address] });
  }
  return [...byText.values()];
}

function diffOf(
  comparison: Comparison,
  before: Server,
  after: Server,
): Omit<UserDataDiff, "addresses"> | undefined {
  const [old, fresh] = [before.userData, after.userData];
  if (isUnknown(old) || isUnknown(fresh)) return unknownDiff(comparison, old, fresh, after);
  if (old?.text === fresh?.text) return undefined;
  const isHidden = [comparison.resource(after.address).before, comparison.resource(after.address).after].some(
    (resource) => resource?.isSensitive("user_data") || resource?.isSensitive("user_data_base64"),
  );
  if (isHidden) return { files: [], unknown: "it changes, and Terraform calls it sensitive" };
  return { files: filesBetween(old, fresh) };
}

/** A hash, or a value that is known after apply: whether it changes at all, only the plan can say. */
function unknownDiff(
  comparison: Comparison,
  old: Knowable<UserData> | undefined,
  fresh: Knowable<UserData> | undefined,
  { address }: Server,
): Omit<UserDataDiff, "addresses"> | undefined {
  const change = comparison.changeOf({ address });
  const isChanged = change?.differences.some(({ path }) => /^user_data(_base64)?$/.test(path)) ?? false;
  const reason = isUnknown(fresh) ? fresh.unknown : isUnknown(old) ? old.unknown : "";
  return isChanged ? { files: [], unknown: `it changes: ${reason}` } : undefined;
}

function filesBetween(old: UserData | undefined, fresh: UserData | undefined): readonly FileDiff[] {
  const [before, after] = [partsOf(old), partsOf(fresh)];
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  const files = paths.flatMap((path) => fileDiff(path, before.get(path), after.get(path)));
  return files.length > 0 ? files : fileDiff(DOCUMENT, old?.text, fresh?.text);
}

function fileDiff(path: string, before: string | undefined, after: string | undefined): readonly FileDiff[] {
  if (before === after) return [];
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  const patch = patchBetween(before ?? "", after ?? "");
  return [{ path, kind, ...(patch !== undefined && { patch }) }];
}
