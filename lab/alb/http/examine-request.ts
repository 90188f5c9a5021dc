import { members } from "./control-fields";
import { hasTooManyAddresses } from "./forwarded-for";
import { type Authority, readAuthority, routingHost } from "./host";
import { NameTable } from "./name-table";
import type { HttpVersion, RawHeaders } from "./types";

/** A request whose head could be read, by whatever version. */
export interface ReadRequest {
  readonly method: string;
  readonly target: string;
  readonly version: HttpVersion;
  readonly headers: RawHeaders;
}

export interface RequestRules {
  /** Load balancer attribute `routing.http.preserve_host_header.enabled`: several Host headers are kept (P10). */
  readonly preserveHostHeader: boolean;
}

/** Where a request goes to, for rules, target and log. */
export interface Destination {
  /** Of the request target when it is absolute, of the Host header otherwise; absent for HTTP/1.0 without one (P11). */
  readonly authority?: Authority;
  /** Lower case, without port; empty when there is none. */
  readonly host: string;
  /** Raw, from the first `/`; `*` for `OPTIONS *`. */
  readonly path: string;
  /** Raw, without its `?`. */
  readonly query: string;
  /** Path and query as sent, for the target's request line. */
  readonly target: string;
}

export type RequestExamination = { readonly status: number } | { readonly destination: Destination };

interface ReadFields {
  host?: string[];
  forwardedFor?: string[];
  expect?: string[];
}

const FIELDS = new NameTable<keyof ReadFields>([
  ["host", "host"],
  [":authority", "host"],
  ["x-forwarded-for", "forwardedFor"],
  ["expect", "expect"],
]);

/** Where the request goes, or the status of the load balancer's own answer (E400, E405, E463; 417 by RFC 9110). */
export function examineRequest(request: ReadRequest, rules: RequestRules): RequestExamination {
  if (request.method === "TRACE" || request.method === "CONNECT") return { status: 405 };
  const fields = readFields(request.headers);
  const destination = findDestination(request, fields.host ?? [], rules);
  if (destination === undefined) return { status: 400 };
  if (fields.forwardedFor !== undefined && hasTooManyAddresses(fields.forwardedFor)) return { status: 463 };
  if (fields.expect !== undefined && members(fields.expect).some((member) => member !== "100-continue"))
    return { status: 417 };
  return { destination };
}

function readFields(headers: RawHeaders): ReadFields {
  const fields: ReadFields = {};
  for (let index = 0; index < headers.length; index += 2) {
    const field = FIELDS.get(headers[index] ?? "");
    if (field === undefined) continue;
    const value = headers[index + 1] ?? "";
    const values = fields[field];
    if (values === undefined) fields[field] = [value];
    else values.push(value);
  }
  return fields;
}

/** Undefined: the request names no destination, or more than one could be read from it. */
function findDestination(
  { method, target, version }: ReadRequest,
  hosts: readonly string[],
  rules: RequestRules,
): Destination | undefined {
  if (hosts.length === 0 && version !== "1.0") return undefined;
  if (hosts.length > 1 && !rules.preserveHostHeader) return undefined;
  const authorities = hosts.map(readAuthority);
  if (authorities.includes(undefined)) return undefined;
  if (target.startsWith("/")) return destinationOf(target, authorities[0]);
  if (target === "*") return method === "OPTIONS" ? destinationOf(target, authorities[0]) : undefined;
  return absoluteDestination(target);
}

/** `http://host:port/path?query`; its host counts, whatever the Host header says (P10, P-35). */
function absoluteDestination(target: string): Destination | undefined {
  const [, text, rest = ""] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(target) ?? [];
  const authority = text === undefined ? undefined : readAuthority(text);
  if (authority === undefined) return undefined;
  return destinationOf(rest.startsWith("/") ? rest : `/${rest}`, authority);
}

function destinationOf(target: string, authority: Authority | undefined): Destination {
  const mark = target.indexOf("?");
  const path = mark === -1 ? target : target.slice(0, mark);
  const query = mark === -1 ? "" : target.slice(mark + 1);
  return authority === undefined
    ? { host: "", path, query, target }
    : { authority, host: routingHost(authority), path, query, target };
}
