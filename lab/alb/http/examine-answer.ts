import { isToken } from "./characters";
import { controlFields, hasMember } from "./control-fields";
import { ANSWER_HEADERS_LIMIT } from "./limits";
import { readCodings, readContentLength } from "./request-framing";
import type { AnswerFailure, RawAnswerHead } from "./types";

/** What the target was asked. */
export interface AskedFor {
  readonly method: string;
  /** The request asked to upgrade: only then may 101 come. */
  readonly upgrade: boolean;
}

export type AnswerExamination = ClearAnswer | { readonly failure: AnswerFailure };

export interface ClearAnswer {
  readonly failure?: undefined;
  /** 100-599. Below 200, except 101, another head follows. */
  readonly status: number;
  readonly body: AnswerFraming;
  /** The connection may carry another request once the body has ended (P24). */
  readonly reuse: boolean;
}

export type AnswerFraming =
  | { readonly framing: "none" }
  | { readonly framing: "chunked" }
  | { readonly framing: "length"; readonly bytes: number }
  /** Until the target closes. */
  | { readonly framing: "close" };

const MALFORMED = { failure: "target-malformed" } as const;

/** Whether a target's answer can be passed on, and how its body ends; anything doubtful is 502 (E502, P-13, P-25). */
export function examineAnswer(head: RawAnswerHead, asked: AskedFor): AnswerExamination {
  if (head.sizes.headers >= ANSWER_HEADERS_LIMIT) return { failure: "target-headers-too-long" };
  const status = readStatus(head, asked);
  if (status === undefined || !hasPlainHeaders(head)) return MALFORMED;
  const fields = controlFields(head.headers);
  const declared = declaredFraming(head.version, fields.contentLength, fields.transferEncoding);
  if (declared === undefined) return MALFORMED;
  const bodiless = status < 200 || status === 204 || status === 304 || asked.method === "HEAD";
  const body: AnswerFraming = bodiless ? { framing: "none" } : declared;
  const persistent =
    !hasMember(fields.connection, "close") &&
    (head.version === "HTTP/1.1" || hasMember(fields.connection, "keep-alive"));
  return { status, body, reuse: persistent && body.framing !== "close" && !hidesBody(status, declared) };
}

function readStatus({ version, status }: RawAnswerHead, asked: AskedFor): number | undefined {
  if (version !== "HTTP/1.1" && version !== "HTTP/1.0") return undefined;
  if (!/^[1-5]\d\d$/.test(status)) return undefined;
  return status === "101" && !asked.upgrade ? undefined : Number(status);
}

/** Bytes above 0x7f in a value are the only oddity that means the same to everybody. */
function hasPlainHeaders({ headers, oddities }: RawAnswerHead): boolean {
  if (oddities.some((oddity) => oddity !== "eight-bit")) return false;
  for (let index = 0; index < headers.length; index += 2) if (!isToken(headers[index] ?? "")) return false;
  return true;
}

function declaredFraming(
  version: string,
  lengths: readonly string[] | undefined,
  codings: readonly string[] | undefined,
): AnswerFraming | undefined {
  if (codings === undefined) {
    if (lengths === undefined) return { framing: "close" };
    const bytes = lengths.length === 1 ? readContentLength(lengths[0] ?? "") : undefined;
    return bytes === undefined ? undefined : { framing: "length", bytes };
  }
  if (lengths !== undefined || version !== "HTTP/1.1") return undefined;
  const list = readCodings(codings);
  return list?.length === 1 && list[0] === "chunked" ? { framing: "chunked" } : undefined;
}

/** A 204 that announces a body may send it: what follows on the connection is not the next answer. */
function hidesBody(status: number, declared: AnswerFraming): boolean {
  if (status !== 204) return false;
  return declared.framing === "chunked" || (declared.framing === "length" && declared.bytes > 0);
}
