import type { LoadBalancerAttributes, Settled } from "../../topology";
import { appendPeer, type Peer } from "./forwarded-for";
import { HOP_BY_HOP, nominated, withoutNames } from "./hop-by-hop";
import { type Authority, rewrittenHost } from "./host";
import { NameTable } from "./name-table";
import { traceHeader } from "./trace-id";
import type { RawHeaders } from "./types";

/** What a listener does to the headers of requests. */
export interface RequestHeaderSettings {
  readonly attributes: Pick<
    Settled<LoadBalancerAttributes>,
    | "dropInvalidHeaderFields"
    | "preserveHostHeader"
    | "tlsVersionAndCipherHeaders"
    | "xffClientPort"
    | "xffHeaderProcessingMode"
  >;
  readonly protocol: "http" | "https";
  /** Of the listener, as declared. */
  readonly port: number;
  /** Host of a request that has none (P11). */
  readonly dnsName: string;
  /** Names of the TLS headers, where listener attributes rename them (P8). */
  readonly tlsHeaderNames?: { readonly version: string; readonly cipher: string };
}

export interface ClientFacts extends Peer {
  readonly tls?: { readonly version: string; readonly cipher: string };
}

/** The headers of a request for its target, without framing and Connection, as far as its own head says them. */
export interface PreparedHeaders {
  /** What every request with this head has in common. */
  readonly common: RawHeaders;
  /** What follows for a client and a trace; for `id` see `traceId`. */
  own(client: ClientFacts, id: string): OwnHeaders;
}

export interface OwnHeaders {
  readonly headers: RawHeaders;
  /** The `X-Amzn-Trace-Id` among them, for the log. */
  readonly traceId: string;
}

/** Reads the headers of a client's request; many requests may be made of the result. */
export type RequestHeaderWriter = (headers: RawHeaders, authority: Authority | undefined) => PreparedHeaders;

type Treatment = "drop" | "host" | "connection" | "forwarded-for" | "trace";

interface Sorted {
  kept: string[];
  bytes: number;
  hosts?: string[];
  connection?: string[];
  forwardedFor?: string[];
  trace?: string[];
}

const VALID_NAME = /^[-A-Za-z0-9]+$/;

/**
 * Writes the headers that targets of this listener get (P1-P13). No `Via` and no `X-Forwarded-Host` is added, and a
 * client's `X-Forwarded-Host` is not believed (P-31).
 */
export function requestHeaders(settings: RequestHeaderSettings): RequestHeaderWriter {
  const { attributes, protocol, port } = settings;
  const treatments = treatmentsFor(settings);
  const mode = attributes.xffHeaderProcessingMode;
  return (headers, authority) => {
    const sorted = sort(headers, treatments, attributes.dropInvalidHeaderFields);
    const { forwardedFor, trace, bytes } = sorted;
    const common = hostHeaders(sorted.hosts, authority, settings);
    common.push(...keptHeaders(sorted), "X-Forwarded-Proto", protocol, "X-Forwarded-Port", String(port));
    if (mode === "preserve") for (const value of forwardedFor ?? []) common.push("X-Forwarded-For", value);
    return {
      common,
      own(client, id) {
        const traceId = traceHeader(trace, id, bytes);
        const own = ["X-Amzn-Trace-Id", traceId];
        if (mode !== "preserve" && mode !== "remove")
          own.push("X-Forwarded-For", appendPeer(forwardedFor, client, attributes.xffClientPort));
        pushTls(own, client, settings);
        return { headers: own, traceId };
      },
    };
  };
}

function treatmentsFor({ attributes, tlsHeaderNames }: RequestHeaderSettings): NameTable<Treatment> {
  const replaced = ["x-forwarded-proto", "x-forwarded-port", "x-forwarded-host", "expect"];
  const tls = attributes.tlsVersionAndCipherHeaders ? Object.values(tlsNames(tlsHeaderNames)) : [];
  return new NameTable<Treatment>([
    ...[...HOP_BY_HOP, ...replaced, ...tls].map((name) => [name.toLowerCase(), "drop"] as const),
    ["host", "host"],
    ["connection", "connection"],
    ["x-forwarded-for", "forwarded-for"],
    ["x-amzn-trace-id", "trace"],
  ]);
}

function sort(headers: RawHeaders, treatments: NameTable<Treatment>, dropInvalid: boolean): Sorted {
  const sorted: Sorted = { kept: [], bytes: 0 };
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? "";
    const value = headers[index + 1] ?? "";
    sorted.bytes += name.length + value.length + 4;
    const treatment = treatments.get(name);
    if (treatment !== undefined) setAside(sorted, treatment, value);
    else if (name.charCodeAt(0) !== 0x3a && (!dropInvalid || VALID_NAME.test(name)))
      sorted.kept.push(name, value);
  }
  return sorted;
}

function setAside(sorted: Sorted, treatment: Treatment, value: string): void {
  if (treatment === "host") sorted.hosts = [...(sorted.hosts ?? []), value];
  else if (treatment === "connection") sorted.connection = [...(sorted.connection ?? []), value];
  else if (treatment === "forwarded-for") sorted.forwardedFor = [...(sorted.forwardedFor ?? []), value];
  else if (treatment === "trace") sorted.trace = [...(sorted.trace ?? []), value];
}

function keptHeaders({ kept, connection }: Sorted): string[] {
  if (connection === undefined) return kept;
  const names = nominated(connection);
  return names.size === 0 ? kept : withoutNames(kept, names);
}

function hostHeaders(
  hosts: readonly string[] | undefined,
  authority: Authority | undefined,
  { attributes, port, dnsName }: RequestHeaderSettings,
): string[] {
  if (attributes.preserveHostHeader && hosts !== undefined) return hosts.flatMap((host) => ["Host", host]);
  return ["Host", authority === undefined ? dnsName : rewrittenHost(authority, port)];
}

function pushTls(out: string[], { tls }: ClientFacts, settings: RequestHeaderSettings): void {
  if (!settings.attributes.tlsVersionAndCipherHeaders || tls === undefined) return;
  const { version, cipher } = tlsNames(settings.tlsHeaderNames);
  out.push(version, tls.version, cipher, tls.cipher);
}

function tlsNames(renamed: RequestHeaderSettings["tlsHeaderNames"]): { version: string; cipher: string } {
  return renamed ?? { version: "x-amzn-tls-version", cipher: "x-amzn-tls-cipher-suite" };
}
