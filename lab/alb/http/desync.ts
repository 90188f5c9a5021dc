import { isToken } from "./characters";
import { classifyHeaders, isExact, type SteeringHeader } from "./desync-headers";
import { COMPLIANT, type Desync, worse } from "./desync-verdict";
import { readCodings, readContentLength } from "./request-framing";
import type { RawHead } from "./types";

/**
 * What http-desync-guardian, the library that AWS names for the load balancer, calls a request (P61): the worst class,
 * and the first reason for it.
 */
export function classifyDesync(head: RawHead): Desync {
  if (/^HTTP\/[2-9]/.test(head.version)) return COMPLIANT;
  const { verdict, steering } = classifyHeaders(head);
  return classifyTarget(
    classifyVersion(classifyMethod(classifySteering(verdict, steering, head), head), head),
    head,
  );
}

function classifyMethod(verdict: Desync, { method }: RawHead): Desync {
  return isToken(method) ? verdict : worse(verdict, "Severe", "BadMethod");
}

function classifyVersion(verdict: Desync, { version }: RawHead): Desync {
  if (version === "HTTP/1.1" || version === "HTTP/1.0") return verdict;
  if (version === "" || version === "HTTP/0.9" || /^HTTP\/1\.\d$/.test(version))
    return worse(verdict, "Acceptable", "NonCompliantVersion");
  return worse(verdict, "Severe", "BadVersion");
}

function classifyTarget(verdict: Desync, { target, oddities }: RawHead): Desync {
  const spaced = target.includes(" ") ? worse(verdict, "Acceptable", "SpaceInUri") : verdict;
  if (oddities.length === 0 && !target.includes("\t")) return spaced;
  if (/[\0\r\n]/.test(target)) return worse(spaced, "Severe", "BadUri");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\x01-\x1f\x7f]/.test(target) ? worse(spaced, "Ambiguous", "AmbiguousUri") : spaced;
}

/** Content-Length and Transfer-Encoding, and whatever resembles them. */
function classifySteering(
  verdict: Desync,
  steering: readonly SteeringHeader[],
  { method, version }: RawHead,
): Desync {
  if (steering.length === 0) return verdict;
  const lengths = steering.filter(({ like }) => like === "content-length");
  const codings = steering.filter(({ like }) => like === "transfer-encoding");
  if (version !== "HTTP/1.1" && codings.length > 0 && isOld(version))
    return worse(verdict, "Ambiguous", "UndefinedTransferEncodingSemantics");
  if (version !== "HTTP/1.0" && lengths.length > 0 && isOld(version))
    return worse(verdict, "Ambiguous", "UndefinedContentLengthSemantics");
  let result = classifyLengths(classifyCodings(verdict, codings), lengths);
  if (method === "GET" || method === "HEAD") result = classifyBodyOfGet(result, lengths, codings);
  return lengths.length > 0 && codings.length > 0 ? worse(result, "Ambiguous", "BothTeClPresent") : result;
}

function isOld(version: string): boolean {
  return version === "" || version === "HTTP/0.9" || version === "HTTP/1.0";
}

function classifyCodings(verdict: Desync, headers: readonly SteeringHeader[]): Desync {
  const known = new Set(["chunked", "identity", "gzip", "compress", "deflate"]);
  let chunked = 0;
  let result = verdict;
  for (const header of headers) {
    const codings = readCodings([header.value])?.map((coding) => coding.replace(/[ \t]*;.*$/, ""));
    if (codings?.every((coding) => known.has(coding)) !== true) {
      if (isExact(header)) result = worse(result, "Severe", "BadTransferEncoding");
    } else {
      chunked += codings.filter((coding) => coding === "chunked").length;
      if (codings.includes("identity")) result = worse(result, "Acceptable", "NonCompliantHeader");
    }
  }
  return chunked > 1 ? worse(result, "Severe", "MultipleTransferEncodingChunked") : result;
}

function classifyLengths(verdict: Desync, headers: readonly SteeringHeader[]): Desync {
  let result = verdict;
  let first: number | undefined;
  for (const { value } of headers) {
    const bytes = readContentLength(value);
    if (bytes === undefined) result = worse(result, "Severe", "BadContentLength");
    else if (first === undefined) first = bytes;
    else if (first === bytes) result = worse(result, "Ambiguous", "DuplicateContentLength");
    else result = worse(result, "Severe", "MultipleContentLength");
  }
  return result;
}

function classifyBodyOfGet(
  verdict: Desync,
  lengths: readonly SteeringHeader[],
  codings: readonly SteeringHeader[],
): Desync {
  const result =
    codings.length > 0 ? worse(verdict, "Ambiguous", "UndefinedTransferEncodingSemantics") : verdict;
  const [length] = lengths;
  if (length === undefined) return result;
  return readContentLength(length.value) === 0
    ? worse(result, "Acceptable", "GetHeadZeroContentLength")
    : worse(result, "Ambiguous", "UndefinedContentLengthSemantics");
}
