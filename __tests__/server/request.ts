import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface RequestOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly agent?: import("node:http").Agent;
}

/** One HTTP request to 127.0.0.1. */
export function request(port: number, path: string, options: RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, path, agent: false, ...options }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, text }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** Bytes over a socket, for what an HTTP client would not send; the answer is all that came until the close. */
export async function openRaw(port: number) {
  const socket = connect(port, "127.0.0.1");
  let received = "";
  socket.setEncoding("utf8").on("data", (chunk) => {
    received += chunk;
  });
  const closed = new Promise<string>((resolve, reject) => {
    socket.once("close", () => resolve(received));
    socket.once("error", reject);
  });
  await new Promise((resolve) => socket.once("connect", resolve));
  return { write: (text: string) => new Promise((resolve) => socket.write(text, resolve)), closed };
}
