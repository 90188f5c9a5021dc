import { STATUS_CODES } from "node:http";
import { type ErrorAnswer, errorAnswer } from "../http";
import type { ActionContext } from "./outcome";

type Named = readonly (readonly [name: string, value: string])[];

/** An answer with the load balancer's own page (P-E1). */
export function pageAnswer(status: number, context: ActionContext, headers: Named = []): ErrorAnswer {
  const answer = errorAnswer(status, context.version, { server: context.server ?? true });
  return { ...answer, headers: [...answer.headers, ...rawHeaders(headers, context)], close: false };
}

/** An answer with a text of its own; without a type when none is declared. */
export function textAnswer(
  status: number,
  { body, contentType }: { readonly body: string; readonly contentType?: string },
  context: ActionContext,
): ErrorAnswer {
  const server: Named = context.server === false ? [] : [["Server", "awselb/2.0"]];
  const type: Named = contentType === undefined ? [] : [["Content-Type", contentType]];
  const headers = rawHeaders([...server, ...type], context);
  return { kind: "answer", status, reason: STATUS_CODES[status] ?? "", headers, body, close: false };
}

/** HTTP/2 has header names in lower case (P-E7). */
function rawHeaders(headers: Named, { version }: ActionContext): readonly string[] {
  return headers.flatMap(([name, value]) => [version === "2.0" ? name.toLowerCase() : name, value]);
}
