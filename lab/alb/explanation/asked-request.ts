import { isToken } from "../http";
import { QuestionError } from "./question-error";

/** A request that somebody asks about, as a client would send it. */
export interface AskedRequest {
  readonly method: string;
  readonly url: string;
  readonly protocol: "http" | "https";
  /** Of the listener. */
  readonly port: number;
  /** Path and query as sent. */
  readonly target: string;
  /** Names and values in turn, `Host` among them. */
  readonly headers: readonly string[];
  readonly sourceIp: string;
  /** Whether somebody named that address: only then security groups are asked about it. */
  readonly isSourceGiven: boolean;
}

export interface RequestOptions {
  /** Names and values in turn. */
  readonly header?: readonly string[];
  readonly sourceIp?: string;
}

/** Of documentation, so that nobody has it (RFC 5737). */
const nobodysAddress = "203.0.113.10";

/** @throws QuestionError where the words are no method or no URL of HTTP */
export function askedRequest(
  method: string,
  text: string,
  { header: headers = [], sourceIp }: RequestOptions,
): AskedRequest {
  if (!isToken(method))
    throw new QuestionError(`<method>: must be a method, such as GET, got ${JSON.stringify(method)}`);
  const [, protocol, rest] = /^(https?):\/\/[^/?#]*([^#]*)/i.exec(text) ?? [];
  const url = protocol !== undefined && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== "" || url.password !== "")
    throw new QuestionError(
      `<url>: must be a whole URL, such as http://shop.example.com/api, got ${JSON.stringify(text)}`,
    );
  const isSecure = url.protocol === "https:";
  const hasHost = headers.some((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
  return {
    method,
    url: text,
    protocol: isSecure ? "https" : "http",
    port: url.port === "" ? (isSecure ? 443 : 80) : Number(url.port),
    target: targetOf(rest ?? ""),
    headers: [...(hasHost ? [] : ["Host", url.host]), ...headers],
    sourceIp: sourceIp ?? nobodysAddress,
    isSourceGiven: sourceIp !== undefined,
  };
}

/** As browsers and curl send it: nothing resolved, only what may not stand in a request line encoded. */
function targetOf(rest: string): string {
  const target = rest.startsWith("/") ? rest : `/${rest}`;
  return target.replace(/[^!-~]+/g, (text) => encodeURI(text));
}
