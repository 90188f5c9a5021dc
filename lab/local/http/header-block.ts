import type { RawHeaders } from "./contract";

/** Headers that may go out many times; what they are on the wire is rendered once. */
export class HeaderBlock {
  private rendered: string | undefined;

  constructor(readonly list: RawHeaders) {}

  get text(): string {
    this.rendered ??= inOnePiece(renderFields(this.list));
    return this.rendered;
  }
}

export function renderFields(headers: RawHeaders): string {
  let text = "";
  for (let at = 0; at < headers.length; at += 2) text += `${headers[at]}: ${headers[at + 1]}\r\n`;
  return text;
}

/** A text that was put together stays a tree of its parts until somebody reads it; this one is kept and written often. */
function inOnePiece(text: string): string {
  return Buffer.from(text, "latin1").toString("latin1");
}
