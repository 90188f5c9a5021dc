import { type TerraformResource, Token } from "cdktf";
import type { IConstruct } from "constructs";
import { reportProblem } from "./problems";

/** What a number must be, for {@link PropChecks.wholeNumber}. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** Stable id of the problem. */
  readonly id: string;
  /** A value below `min` that is allowed too, such as 0 for "off". */
  readonly or?: number;
}

/**
 * Checks of the props of one construct. A value that is wrong is reported with the construct's path; a value
 * that is unknown until Terraform runs (a token) passes; an optional value that is absent passes.
 */
export class PropChecks {
  public constructor(
    private readonly construct: IConstruct,
    private readonly resource?: () => TerraformResource | undefined,
  ) {}

  /** Reports a problem unconditionally. */
  public refuse(id: string, message: string): void {
    reportProblem(this.construct, id, message, this.resource);
  }

  public wholeNumber(prop: string, value: unknown, range: NumberRange): void {
    if (value === undefined || isToken(value)) return;
    const isWhole = typeof value === "number" && Number.isInteger(value);
    if (isWhole && ((value >= range.min && value <= range.max) || value === range.or)) return;
    const or = range.or === undefined ? "" : `${range.or} or `;
    this.refuse(
      range.id,
      `${prop} must be ${or}a whole number from ${range.min} to ${range.max}, got ${show(value)}; ` +
        "give a number in that range",
    );
  }

  public oneOf(prop: string, value: unknown, allowed: readonly unknown[], id: string): void {
    if (value === undefined || isToken(value) || allowed.includes(value)) return;
    this.refuse(id, `${prop} must be ${listed(allowed)}, got ${show(value)}; choose one of these`);
  }

  /** `rule` completes "must be": `1 to 63 letters, digits or hyphens`. */
  public matches(prop: string, value: unknown, pattern: RegExp, rule: string, id: string, fix: string): void {
    if (value === undefined || isToken(value)) return;
    if (typeof value === "string" && pattern.test(value)) return;
    this.refuse(id, `${prop} must be ${rule}, got ${show(value)}; ${fix}`);
  }

  /** Reports an absent, empty or non-text value of a prop that must be given. */
  public text(prop: string, value: unknown, id: string, fix: string): void {
    if (isToken(value) || (typeof value === "string" && value.trim() !== "")) return;
    this.refuse(id, `${prop} must be a text that is not empty, got ${show(value)}; ${fix}`);
  }
}

/** True for a value that Terraform knows only later: a token of any type, or a list or map that holds one. */
export function isToken(value: unknown): boolean {
  return Token.isUnresolved(value);
}

/** A value as an error message shows it: quoted, on one line, at most 60 characters. */
export function show(value: unknown): string {
  if (typeof value === "number" || value === undefined) return String(value);
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint")
    return typeof value;
  let text: string;
  try {
    text = JSON.stringify(value);
  } catch {
    return "an object that refers to itself";
  }
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function listed(allowed: readonly unknown[]): string {
  const names = allowed.map(String);
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} or ${last}`;
}
