import { isToken, isVisible } from "./characters";
import { type ControlFields, controlFields, hasMember } from "./control-fields";
import { classifyDesync } from "./desync";
import type { Desync } from "./desync-verdict";
import { sizeFailure } from "./limits";
import { requestFraming } from "./request-framing";
import type { BodyFraming, HeadFailure, Oddity, RawHead } from "./types";

export type HeadExamination = ClearHead | RefusedHead;

/** A head that every server reads alike. */
export interface ClearHead {
  readonly failure?: undefined;
  readonly version: "1.0" | "1.1";
  readonly body: BodyFraming;
  readonly desync: Desync;
  /** Only ever a WebSocket without a body; any other `Upgrade`, such as h2c, is not taken up (R38). */
  readonly upgrade?: "websocket";
  /** Answer `100 Continue` at once (P25). */
  readonly expectsContinue: boolean;
  /** The client wants its connection kept (P23). */
  readonly keepAlive: boolean;
}

export interface RefusedHead {
  readonly failure: HeadFailure;
  readonly desync: Desync;
}

/** Whether the head of an HTTP/1 request can be let through at all, and how its body is framed. */
export function examineHead(head: RawHead): HeadExamination {
  const desync = classifyDesync(head);
  const failure = versionFailure(head) ?? sizeFailure(head);
  if (failure !== undefined) return { failure, desync };
  if (!isForwardable(head)) return { failure: "malformed-request", desync };
  const fields = controlFields(head.headers);
  const body = requestFraming(fields);
  if ("failure" in body) return { failure: body.failure, desync };
  return clearHead(head, fields, body, desync);
}

/**
 * HTTP/1.0 and 1.1 only: a version that this side cannot speak is 505 (E505), which for HTTP/0.9 and 1.2 is one of the
 * two answers that the smuggling set allows (R25, R26). What does not even look like HTTP/0.9 is malformed.
 */
function versionFailure({ version, method, target }: RawHead): HeadFailure | undefined {
  if (version === "HTTP/1.1" || version === "HTTP/1.0") return undefined;
  const readable =
    version === "" ? isToken(method) && isVisible(target) : /^HTTP\/\d(?:\.\d)?$/.test(version);
  return readable ? "unsupported-version" : "malformed-request";
}

const NEVER_FORWARDED: ReadonlySet<Oddity> = new Set<Oddity>([
  "bare-lf",
  "bare-cr",
  "folded",
  "leading-space",
  "no-colon",
]);

/** It can be written out again line by line without meaning anything else. */
function isForwardable({ method, target, headers, oddities }: RawHead): boolean {
  if (!isToken(method) || !isVisible(target)) return false;
  if (oddities.some((oddity) => NEVER_FORWARDED.has(oddity))) return false;
  const odd = oddities.length > 0;
  for (let index = 0; index < headers.length; index += 2) {
    if (!isVisible(headers[index] ?? "")) return false;
    if (odd && /[\0\r\n]/.test(headers[index + 1] ?? "")) return false;
  }
  return true;
}

function clearHead(head: RawHead, fields: ControlFields, body: BodyFraming, desync: Desync): ClearHead {
  const version = head.version === "HTTP/1.1" ? "1.1" : "1.0";
  const expectsContinue = version === "1.1" && hasMember(fields.expect, "100-continue");
  const keepAlive =
    !hasMember(fields.connection, "close") &&
    (version === "1.1" || hasMember(fields.connection, "keep-alive"));
  return asksForWebSocket(head, fields, body)
    ? { version, body, desync, expectsContinue, keepAlive, upgrade: "websocket" }
    : { version, body, desync, expectsContinue, keepAlive };
}

function asksForWebSocket({ method, version }: RawHead, fields: ControlFields, body: BodyFraming): boolean {
  return (
    fields.upgrade !== undefined &&
    version === "HTTP/1.1" &&
    method === "GET" &&
    body.framing === "none" &&
    hasMember(fields.connection, "upgrade") &&
    hasMember(fields.upgrade, "websocket")
  );
}
