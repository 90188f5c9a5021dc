import { COMPLIANT, controlFields, isToken, isVisible, requestFraming, sizeFailure } from "../../alb";
import type { ClientAnswer } from "./client-side";
import type { Failure, RawHeaders, RequestHead } from "./contract";

/** The head of a stream as HTTP/1 would have it: `:authority` as Host, one Cookie (RFC 9113 8.2.3). */
export function readHttp2Head(raw: RawHeaders, hasBody: boolean): RequestHead | Failure {
  const pseudo = new Map<string, string>();
  const fields: string[] = [];
  const cookies: string[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at] ?? "";
    const value = raw[at + 1] ?? "";
    if (name.startsWith(":")) pseudo.set(name, value);
    else if (name === "cookie") cookies.push(value);
    else fields.push(name, value);
  }
  if (cookies.length > 0) fields.push("cookie", cookies.join("; "));
  const authority = pseudo.get(":authority");
  const headers = authority === undefined ? fields : ["Host", authority, ...without(fields, "host")];
  const method = pseudo.get(":method") ?? "";
  return judge({ method, target: pseudo.get(":path") ?? authority ?? "", headers }, hasBody);
}

function without(headers: RawHeaders, name: string): string[] {
  return headers.filter((_text, at) => headers[at - (at % 2)] !== name);
}

type Line = Pick<RequestHead, "method" | "target" | "headers">;

function judge(line: Line, hasBody: boolean): RequestHead | Failure {
  const failure = sizeFailure({ sizes: sizesOf(line), headers: line.headers });
  if (failure !== undefined) return failure;
  if (!isToken(line.method) || !isVisible(line.target) || !arePlain(line.headers)) return "malformed-request";
  const body = bodyOf(hasBody, line.headers);
  return "failure" in body ? body.failure : { ...line, version: "2.0", body, desync: COMPLIANT };
}

function bodyOf(hasBody: boolean, headers: RawHeaders): ReturnType<typeof requestFraming> {
  const { contentLength } = controlFields(headers);
  if (contentLength !== undefined) return requestFraming({ contentLength });
  return { framing: hasBody ? "chunked" : "none" };
}

function arePlain(headers: RawHeaders): boolean {
  for (let at = 0; at < headers.length; at += 2) {
    if (!isToken(headers[at] ?? "") || /[\0\r\n]/.test(headers[at + 1] ?? "")) return false;
  }
  return true;
}

/** As the same head would measure in HTTP/1. */
function sizesOf({ method, target, headers }: Line) {
  let total = 0;
  let longest = 0;
  for (let at = 0; at < headers.length; at += 2) {
    const size = (headers[at]?.length ?? 0) + (headers[at + 1]?.length ?? 0) + 2;
    total += size;
    longest = Math.max(longest, size);
  }
  return { firstLine: method.length + target.length + 10, longestHeader: longest, headers: total };
}

/** Headers of an answer by lower-case name; a name that came several times has a list. */
export function http2AnswerHeaders(answer: ClientAnswer): Record<string, string | string[] | number> {
  const headers: Record<string, string | string[] | number> = Object.create(null);
  headers[":status"] = answer.status;
  const { list } = answer.headers;
  for (let at = 0; at < list.length; at += 2) {
    const name = list[at]?.toLowerCase() ?? "";
    const value = list[at + 1] ?? "";
    const before = headers[name];
    if (before === undefined) headers[name] = value;
    else headers[name] = Array.isArray(before) ? [...before, value] : [String(before), value];
  }
  if (answer.length !== undefined) headers["content-length"] = String(answer.length);
  return headers;
}
