import type { Forwarding, RawHeaders, RequestHead } from "./contract";

/** The head of a request as a target gets it, over HTTP/1.1 (P21). */
export function renderRequestHead(head: RequestHead, forwarding: Forwarding): string {
  const text = `${head.method} ${forwarding.target} HTTP/1.1\r\n${renderFields(forwarding.requestHeaders)}`;
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

export function renderFields(headers: RawHeaders): string {
  let text = "";
  for (let at = 0; at < headers.length; at += 2) text += `${headers[at]}: ${headers[at + 1]}\r\n`;
  return text;
}
