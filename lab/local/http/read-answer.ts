import { type AskedFor, examineAnswer } from "../../alb";
import type { Framing } from "./body-reader";
import type { Failure, RawHeaders } from "./contract";
import { parseAnswerHead } from "./parse-head";
import { remember } from "./remember";

/** The head of a target's answer whose framing is clear. */
export interface AnswerHead {
  readonly status: number;
  readonly reason: string;
  readonly headers: RawHeaders;
  readonly body: Framing;
  /** Its Content-Length, which an answer without a body (HEAD, 304) may have as well. */
  readonly length: number | undefined;
  /** The connection may carry another request once the body has ended (P24). */
  readonly reuse: boolean;
}

export function readAnswer(text: string, asked: AskedFor): AnswerHead | { readonly failure: Failure } {
  return isUsual(asked) ? readUsual(text) : read(text, asked);
}

/** Whose answer does not depend on what was asked. */
function isUsual({ method, upgrade }: AskedFor): boolean {
  return method !== "HEAD" && !upgrade;
}

const readUsual = remember((text) => read(text, { method: "GET", upgrade: false }));

function read(text: string, asked: AskedFor): AnswerHead | { readonly failure: Failure } {
  const raw = parseAnswerHead(text);
  const examined = examineAnswer(raw, asked);
  if (examined.failure !== undefined) return { failure: examined.failure };
  const { status, body, reuse } = examined;
  const length = body.framing === "length" ? body.bytes : declaredLength(status, body, raw.headers);
  return { status, reason: raw.reason, headers: raw.headers, body, length, reuse };
}

function declaredLength(status: number, body: Framing, headers: RawHeaders): number | undefined {
  if (body.framing !== "none" || status < 200 || status === 204) return undefined;
  for (let at = 0; at < headers.length; at += 2) {
    if (headers[at]?.toLowerCase() === "content-length") return Number(headers[at + 1]);
  }
  return undefined;
}
