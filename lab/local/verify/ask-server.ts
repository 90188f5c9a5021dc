import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

/** What one request brought: an answer, or why there was none. */
export type Reply =
  | { readonly status: number; readonly body: string; readonly fromLoadBalancer: boolean }
  | { readonly failure: string };

/** An answer longer than this is cut: only its beginning tells who answered. */
const longestBody = 4096;

/** Asks once, on a connection of its own. Certificates are not validated: a local one is signed by nobody. Never rejects. */
export function askServer(url: URL, timeoutMs: number): Promise<Reply> {
  return new Promise((settle) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const options = { agent: false, rejectUnauthorized: false, timeout: timeoutMs };
    const request = send(url, options, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        if (body.length < longestBody) body += text;
      });
      response.on("error", (error) => settle({ failure: error.message }));
      response.on("end", () => {
        const status = response.statusCode ?? 0;
        const fromLoadBalancer = response.headers.server === "awselb/2.0";
        settle({ status, body: body.slice(0, longestBody), fromLoadBalancer });
      });
    });
    request.on("timeout", () => request.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)));
    request.on("error", (error: NodeJS.ErrnoException) =>
      settle({ failure: error.code === "ECONNREFUSED" ? "connection refused" : error.message }),
    );
    request.end();
  });
}
