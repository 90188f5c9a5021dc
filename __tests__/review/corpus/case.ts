import type { Edit, Files } from "./edit";

/** What is deployed before a change. */
export interface Base {
  readonly name: string;
  readonly read: () => Files;
  /** Texts of the files that stand for what the emulator makes up: a text, and the domain of the hosted zone it names. */
  readonly hostedZones?: Readonly<Record<string, string>>;
}

/** One change of a base, and what a review must say about it. */
export interface Case {
  /** A sentence: who does what. Its plan is stored by this name. */
  readonly name: string;
  readonly base: Base;
  readonly edit: Edit;
  /** Ids of risks that must be found, the most important first; none: the review must be silent. */
  readonly risks: readonly string[];
  /** Why it hurts, or why it does not. */
  readonly why: string;
  /** Options of `terraform plan`. @default none */
  readonly options?: readonly string[];
  /** Changes the state before planning: what then differs has drifted. @default as applied */
  readonly drift?: (attributesOf: (address: string) => Record<string, unknown>) => void;
}

/** Name of the file that holds a case's plan, without its ending. */
export function fileNameOf({ name }: Case): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
