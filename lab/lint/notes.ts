import type { Topology } from "../topology";
import type { Profile } from "./defect";
import { DEFAULT_QUOTAS, type Quotas } from "./quotas";

/** Somebody has looked at what a defect finds at a construct, and below it, and wants it so. */
export interface Suppression {
  /** Of the defect. */
  readonly id: string;
  /** Path of the construct, such as `dev/alb`. */
  readonly path: string;
  readonly reason: string;
}

/** What a synthesized stack says to lint, under `//`.`alb-lab`. */
export interface LintNotes {
  readonly profile?: Profile;
  /** Those that AWS has raised for the account. */
  readonly quotas?: Partial<Quotas>;
  readonly suppressions?: readonly Suppression[];
}

/** The notes of a topology. The file may have been edited: what is not a note is none. */
export function notesOf({ source: { notes } }: Topology): LintNotes {
  const { profile, quotas, suppressions } = notes ?? {};
  return {
    ...((profile === "lab" || profile === "prod") && { profile }),
    quotas: quotasIn(quotas),
    suppressions: Array.isArray(suppressions) ? suppressions.filter(isSuppression) : [],
  };
}

function quotasIn(value: unknown): Partial<Quotas> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      ([name, limit]) => Object.hasOwn(DEFAULT_QUOTAS, name) && typeof limit === "number",
    ),
  );
}

function isSuppression(value: unknown): value is Suppression {
  if (typeof value !== "object" || value === null) return false;
  const { id, path, reason } = value as Partial<Suppression>;
  return [id, path, reason].every((text) => typeof text === "string");
}
