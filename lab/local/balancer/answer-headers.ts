import type { ResponseHeaderWriter } from "../../alb";
import { HeaderBlock, type RawHeaders } from "../http";

/** Targets repeat themselves, and answers that read the same have the same headers: without cookies each is written once. */
export function answerHeaders(
  write: ResponseHeaderWriter,
): (headers: RawHeaders, setCookies: readonly string[]) => HeaderBlock {
  const known = new WeakMap<RawHeaders, HeaderBlock>();
  return (headers, setCookies) => {
    if (setCookies.length > 0) return new HeaderBlock(write(headers, setCookies));
    let block = known.get(headers);
    if (block === undefined) {
      block = new HeaderBlock(write(headers, setCookies));
      known.set(headers, block);
    }
    return block;
  };
}
