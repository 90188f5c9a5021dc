import type { ClientAnswer } from "./client-side";
import type { Forwarding, OwnAnswer, RawHeaders } from "./contract";
import { HeaderBlock } from "./header-block";
import { httpDate } from "./http-date";
import type { AnswerHead } from "./read-answer";

/** A target's answer as it goes to the client; `upgrade` is the protocol of a 101. */
export function forwardedAnswer(
  answer: AnswerHead,
  forwarding: Forwarding,
  upgrade: string | undefined,
  close: boolean,
): ClientAnswer {
  const { status, reason, length } = answer;
  const headers = forwarding.responseHeaders(answer.headers);
  const bodiless = answer.body.framing === "none";
  return { status, reason, headers, length, bodiless, close: close || forwarding.closeAfter, upgrade };
}

/** An answer of the load balancer as it goes to the client, and its body; no body where the status or HEAD forbids it. */
export function ownAnswer(
  answer: OwnAnswer,
  method: string,
  close: boolean,
): { readonly head: ClientAnswer; readonly body: Buffer | undefined } {
  const body = Buffer.from(answer.body);
  const bodiless = method === "HEAD" || answer.status === 204 || answer.status === 304;
  const head = {
    status: answer.status,
    reason: answer.reason,
    headers: new HeaderBlock(withDate(answer.headers.map(asBytes))),
    length: answer.status === 204 ? undefined : body.length,
    bodiless,
    close: close || answer.close,
    upgrade: undefined,
  };
  return { head, body: bodiless || body.length === 0 ? undefined : body };
}

/** Server, Date, then the others, as captured (P-E1). */
function withDate(headers: RawHeaders): RawHeaders {
  const afterServer = headers[0]?.toLowerCase() === "server" ? 2 : 0;
  return [...headers.slice(0, afterServer), "Date", httpDate(), ...headers.slice(afterServer)];
}

/** One character a byte, and no line break: settings may hold any text. */
function asBytes(text: string): string {
  const bytes = /[^\x20-\x7e]/.test(text) ? Buffer.from(text, "utf8").toString("latin1") : text;
  return bytes.replace(/[\r\n\0]/g, " ");
}
