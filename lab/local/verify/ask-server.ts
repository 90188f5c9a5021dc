import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

/** What one request brought: an answer, or why there was none. */
export type Reply =
  | {
      readonly status: number;
      readonly body: string;
      readonly fromLoadBalancer: boolean;
      /** Whole URL that a redirect names. */
      readonly location?: string;
    }
  | { readonly unreachable: string };

/** An answer longer than this is cut: only its beginning tells who answered. */
const longestBody = 4096;

/** Asks once, on a connection of its own. Certificates are not validated: a local one is signed by nobody. Never rejects. */
export function askServer(url: URL, timeoutMs: number): Promise<Reply> {
  return new Promise((resolve) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const request = send(url, { agent: false, rejectUnauthorized: false }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        if (body.length < longestBody) body += text;
      });
      response.on("error", (error) => settle({ unreachable: wordsFor(error) }));
      response.on("end", () => {
        const { statusCode: status = 0, headers } = response;
        const fromLoadBalancer = headers.server === "awselb/2.0";
        const location = status >= 300 && status < 400 ? wholeUrl(headers.location, url) : undefined;
        const answer = { status, body: body.slice(0, longestBody), fromLoadBalancer };
        settle({ ...answer, ...(location !== undefined && { location }) });
      });
    });
    // for the whole answer: one that trickles in would keep an idle timer from ending it
    const timer = setTimeout(() => {
      settle({ unreachable: `no answer within ${timeoutMs / 1000} s` });
      request.destroy();
    }, timeoutMs);
    const settle = (reply: Reply) => {
      clearTimeout(timer);
      resolve(reply);
    };
    request.on("error", (error) => settle({ unreachable: wordsFor(error) }));
    request.end();
  });
}

function wholeUrl(location: string | undefined, base: URL): string | undefined {
  return location !== undefined && URL.canParse(location, base.href)
    ? new URL(location, base).href
    : undefined;
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: "connection refused",
  ECONNRESET: "connection reset",
  ENOTFOUND: "unknown host",
  EAI_AGAIN: "unknown host",
};

/** What a person can do something with; OpenSSL tells places in its own source. */
function wordsFor(error: NodeJS.ErrnoException & { readonly reason?: string }): string {
  const { code = "", message, reason } = error;
  const known = Object.hasOwn(words, code) ? words[code] : undefined;
  if (known !== undefined) return known;
  if (code !== "EPROTO" && !code.startsWith("ERR_SSL_")) return message;
  return /wrong version number|packet length too long/.test(reason ?? message)
    ? "an answer that is not TLS: try http://"
    : `a TLS error: ${reason ?? code}`;
}
