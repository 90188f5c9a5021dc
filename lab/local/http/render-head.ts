import type { Forwarding, OwnAnswer, RawHeaders, RequestHead } from "./contract";

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

/** Headers of an answer that the load balancer makes: Server, Date, then the others, as captured (P-E1). */
export function ownHeaders(answer: OwnAnswer): RawHeaders {
  const serverFirst = answer.headers[0]?.toLowerCase() === "server" ? 2 : 0;
  return [...answer.headers.slice(0, serverFirst), "Date", httpDate(), ...answer.headers.slice(serverFirst)];
}

let dateSecond = 0;
let dateText = "";

/** The time of an answer; rendered once a second. */
export function httpDate(): string {
  const second = Math.floor(Date.now() / 1000);
  if (second !== dateSecond) {
    dateSecond = second;
    dateText = new Date(second * 1000).toUTCString();
  }
  return dateText;
}
