import { isIP } from "node:net";
import { CannotRun } from "../exit-code";

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

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** @throws CannotRun where the words are no method or no URL of HTTP */
export function askedRequest(
  method: string,
  text: string,
  { header: headers = [], sourceIp }: RequestOptions,
): AskedRequest {
  if (!token.test(method))
    throw new CannotRun(`<method>: must be a method, such as GET, got ${JSON.stringify(method)}`);
  const [, protocol, rest] = /^(https?):\/\/[^/?#]*([^#]*)/i.exec(text) ?? [];
  const url = protocol !== undefined && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== "" || url.password !== "")
    throw new CannotRun(
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

/** One more `Name: value` among those before. */
export function addHeader(text: string, before: readonly string[] = []): readonly string[] {
  const [, name, value] = /^([^:]*):(.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined || !token.test(name))
    throw new CannotRun(
      `--header: must be <name>: <value>, such as "X-Stage: beta", got ${JSON.stringify(text)}`,
    );
  return [...before, name, value.trim()];
}

export function sourceAddress(text: string): string {
  if (isIP(text) !== 0) return text;
  throw new CannotRun(
    `--source-ip: must be an IP address, such as 203.0.113.10, got ${JSON.stringify(text)}`,
  );
}
