import { type ClearHead, examineHead, type RefusedHead } from "../../alb";
import type { RequestHead } from "./contract";
import { parseRequestHead } from "./parse-head";
import { remember } from "./remember";

/** A request head and what its connection needs to know besides. */
export interface ReadRequest {
  readonly head: RequestHead;
  /** The client is ready to send another request on this connection (P23). */
  readonly keepAlive: boolean;
  readonly expectsContinue: boolean;
}

/** Turns a head as it came into one whose framing is clear, or says why it cannot be let through. */
export const readRequest = remember((text: string): ReadRequest | RefusedHead => {
  const raw = parseRequestHead(text);
  const examined = examineHead(raw);
  if (examined.failure !== undefined) return examined;
  const { keepAlive, expectsContinue } = examined;
  return { head: requestHead(raw, examined), keepAlive, expectsContinue };
});

type Line = Pick<RequestHead, "method" | "target" | "headers">;

function requestHead({ method, target, headers }: Line, clear: ClearHead): RequestHead {
  const { version, body, desync, upgrade } = clear;
  const head = { method, target, version, headers, body, desync };
  return upgrade === undefined ? head : { ...head, upgrade };
}
