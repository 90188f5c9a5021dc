import type { Forwarding, RequestHead } from "./contract";
import { renderFields } from "./header-block";

/** The head of a request as a target gets it, over HTTP/1.1 (P21). */
export function renderRequestHead(head: RequestHead, forwarding: Forwarding): string {
  const { target, commonHeaders, ownHeaders } = forwarding;
  const text = `${head.method} ${target} HTTP/1.1\r\n${commonHeaders.text}${renderFields(ownHeaders)}`;
  if (head.upgrade !== undefined) return `${text}Upgrade: ${head.upgrade}\r\nConnection: Upgrade\r\n\r\n`;
  const close = forwarding.closeAfter ? "Connection: close\r\n" : "";
  switch (head.body.framing) {
    case "none":
      return `${text}${close}\r\n`;
    case "chunked":
      return `${text}Transfer-Encoding: chunked\r\n${close}\r\n`;
    case "length":
      return `${text}Content-Length: ${head.body.bytes}\r\n${close}\r\n`;
  }
}
