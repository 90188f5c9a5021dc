import type { ProblemId } from "./problem-ids";
import { isToken, listed, show } from "./values";

/** What the value of a prop must be. */
export interface Kind {
  /** Stable id of the problem when it is not. */
  readonly id: ProblemId;
  /** Completes "must be": `a whole number from 1 to 10`. */
  readonly must: string;
  /** What to do about it. */
  readonly fix: string;
  /** Must be given. */
  readonly required?: boolean;
  /** Must be known when the app synthesizes: a token is refused. */
  readonly known?: boolean;
  /** True for a right value, and for a token of the right type. */
  readonly accepts: (value: unknown) => boolean;
  /** Looks into a list or an object: reports what is wrong there and returns what is right. */
  readonly inside?: (value: never, prop: string, report: Report) => unknown;
}

/** Takes note of one problem. */
export type Report = (id: ProblemId, message: string) => void;

/** The value when it is right, undefined when it is absent or wrong; wrong ones are reported. */
export function soundValue(prop: string, value: unknown, kind: Kind, report: Report): unknown {
  if (value === undefined && !kind.required) return undefined;
  if (kind.known && isToken(value)) {
    report("unknown-at-synth", `${prop} must be known at synth, got a token; give a literal`);
    return undefined;
  }
  if (value === undefined || !kind.accepts(value)) {
    report(kind.id, `${prop} must be ${kind.must}, got ${show(value)}; ${kind.fix}`);
    return undefined;
  }
  return kind.inside ? kind.inside(value as never, prop, report) : value;
}

/** The same kind, for a prop that must be given. */
export function required(kind: Kind): Kind {
  return { ...kind, required: true };
}

/** The same kind, for a prop that decides something at synth. */
export function known(kind: Kind): Kind {
  return { ...kind, known: true };
}

/** Any value; whoever it is handed on to checks it. */
export const anything: Kind = {
  id: "prop-missing",
  must: "given",
  fix: "give it",
  accepts: (value) => value !== null,
};

/** Text of any length. */
export const text: Kind = {
  id: "text-expected",
  must: "a text",
  fix: "write it in quotes or leave it out",
  accepts: (value) => typeof value === "string",
};

/** Text that is not blank. */
export function filledText(id: ProblemId, fix: string): Kind {
  const accepts = (value: unknown) => typeof value === "string" && value.trim() !== "";
  return { id, must: "a text that is not empty", fix, accepts };
}

/** `true` or `false`. */
export const flag: Kind = {
  id: "flag-expected",
  must: "true or false",
  fix: "write it without quotes",
  accepts: (value) => typeof value === "boolean" || (typeof value === "object" && isToken(value)),
};

/** `true` or `false`, known at synth because it decides what is declared. */
export const knownFlag: Kind = known(flag);

/** A whole number in a range, or one of some further values. */
export function whole(min: number, max: number, id: ProblemId, ...also: readonly unknown[]): Kind {
  const inRange = (value: unknown) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
  const types = ["number", ...also.map((value) => typeof value)];
  return {
    id,
    must: listed([...also, `a whole number from ${min} to ${max}`]),
    fix: "give a number in that range",
    accepts: (value) =>
      also.includes(value) || inRange(value) || (types.includes(typeof value) && isToken(value)),
  };
}

/** A number; its range is looked at elsewhere. */
export const number: Kind = {
  id: "number-expected",
  must: "a number",
  fix: "write it without quotes",
  accepts: (value) => typeof value === "number",
};

/** One of a few values. */
export function oneOf(allowed: readonly unknown[], id: ProblemId): Kind {
  const accepts = (value: unknown) =>
    allowed.includes(value) || (typeof value === typeof allowed[0] && isToken(value));
  return { id, must: listed(allowed), fix: "choose one of these", accepts };
}

/** Text of a certain form. */
export function matching(pattern: RegExp, must: string, id: ProblemId, fix: string): Kind {
  const accepts = (value: unknown) => typeof value === "string" && (pattern.test(value) || isToken(value));
  return { id, must, fix, accepts };
}

/** A construct of a certain class. */
export function instanceOf(type: abstract new (...args: never[]) => object): Kind {
  const must = `${/^[AEIO]/.test(type.name) ? "an" : "a"} ${type.name}`;
  const fix = "make one and give it";
  return { id: "construct-expected", must, fix, accepts: (value) => value instanceof type };
}
