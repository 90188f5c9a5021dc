import { isToken } from "./characters";
import type { ControlFields } from "./control-fields";
import type { BodyFraming } from "./types";

type FramingFailure = { readonly failure: "malformed-request" | "unsupported-transfer-encoding" };

const NONE: BodyFraming = { framing: "none" };
const CHUNKED: BodyFraming = { framing: "chunked" };
const MALFORMED: FramingFailure = { failure: "malformed-request" };
const UNSUPPORTED: FramingFailure = { failure: "unsupported-transfer-encoding" };

/**
 * How a request's body ends; where two readers could disagree it is refused. A `Content-Length` that is repeated with
 * the same value is one length (DuplicateContentLength, P61). `Transfer-Encoding: identity` by itself says nothing, so
 * that without a length there is no body (R6 of the smuggling set).
 */
export function requestFraming(fields: ControlFields): BodyFraming | FramingFailure {
  const { contentLength, transferEncoding } = fields;
  if (transferEncoding === undefined)
    return contentLength === undefined ? NONE : lengthFraming(contentLength);
  const codings = readCodings(transferEncoding);
  if (codings === undefined) return MALFORMED;
  if (codings.some((coding) => coding !== "chunked" && coding !== "identity")) return UNSUPPORTED;
  if (codings.length > 1 || contentLength !== undefined) return MALFORMED;
  return codings[0] === "chunked" ? CHUNKED : NONE;
}

function lengthFraming(values: readonly string[]): BodyFraming | FramingFailure {
  const bytes = readContentLength(values[0] ?? "");
  if (bytes === undefined || values.some((value) => readContentLength(value) !== bytes)) return MALFORMED;
  return { framing: "length", bytes };
}

/** Digits only, at most 2^53 - 1; undefined: anything else. */
export function readContentLength(value: string): number | undefined {
  if (!/^\d+$/.test(value)) return undefined;
  const bytes = Number(value);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** Transfer codings in lower case, parameters kept; undefined: not a list of codings. */
export function readCodings(values: readonly string[]): readonly string[] | undefined {
  const codings = values
    .join(",")
    .toLowerCase()
    .split(",")
    .map((coding) => coding.replace(/^[ \t]+|[ \t]+$/g, ""));
  return codings.every((coding) => isToken(coding.replace(/[ \t]*;[ \t!-~]*$/, ""))) ? codings : undefined;
}
