import type { Comparison } from "../comparison";

/** What instances are given to run, before and after, file by file. */
export interface UserDataDiff {
  /** Addresses of what has this user data: all that change alike are told together. */
  readonly addresses: readonly string[];
  readonly files: readonly FileDiff[];
  /** Why nobody can say; absent where it is known. */
  readonly unknown?: string;
}

export interface FileDiff {
  readonly path: string;
  readonly kind: "added" | "changed" | "removed";
  /** Unified text, secrets masked. */
  readonly patch: string;
}

export function userDataDiff(_comparison: Comparison): readonly UserDataDiff[] {
  return [];
}
