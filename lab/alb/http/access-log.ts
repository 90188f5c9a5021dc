import { COMPLIANT, type Desync } from "./desync-verdict";
import { quotable, unquoted } from "./log-text";
import type { HttpVersion } from "./types";

/** One request, or one WebSocket connection, as it is logged. */
export interface AccessLogEntry {
  readonly type: "http" | "https" | "h2" | "grpcs" | "ws" | "wss";
  /** When the answer was made; milliseconds since 1970, fractions kept to the microsecond. */
  readonly timeMs: number;
  /** Resource id of the load balancer, such as `app/shop/50dc6c495c0c9188`. */
  readonly loadBalancer: string;
  readonly client: AddressAndPort;
  readonly target?: AddressAndPort;
  /** -1 where that stage was never reached. */
  readonly requestProcessingMs: number;
  readonly targetProcessingMs: number;
  readonly responseProcessingMs: number;
  /** 0: none was sent. */
  readonly status: number;
  readonly targetStatus?: number;
  /** Head and body. */
  readonly receivedBytes: number;
  readonly sentBytes: number;
  /** Absent when the head could not be read. */
  readonly request?: LoggedRequest;
  /** Of the listener, and the load balancer's own name: they are logged even where no request could be read. */
  readonly listener: { readonly protocol: "http" | "https"; readonly port: number; readonly dnsName: string };
  readonly userAgent?: string;
  readonly tls?: { readonly cipher: string; readonly version: string; readonly serverName?: string };
  readonly targetGroupArn?: string;
  readonly traceId?: string;
  readonly certificateArn?: string;
  /** 1-50000, `default` for the default action, `error` when the evaluation failed; absent: no rule was asked. */
  readonly rule?: number | "default" | "error";
  readonly createdMs: number;
  /** In the order in which they ran. */
  readonly actions: readonly LoggedAction[];
  readonly redirectUrl?: string;
  /** Why a lambda target, or an authentication, failed. */
  readonly errorReason?: string;
  readonly desync?: Desync;
  /** `TID_` and 32 hexadecimal digits, one for each connection of a client. */
  readonly connectionTraceId?: string;
}

export interface AddressAndPort {
  /** Of a socket, not a text that somebody sent. */
  readonly address: string;
  readonly port: number;
}

export interface LoggedRequest {
  readonly method: string;
  /** Without port. */
  readonly host: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly version: HttpVersion;
}

export type LoggedAction = "waf" | "waf-failed" | "authenticate" | "redirect" | "fixed-response" | "forward";

/** A longer user agent is cut. */
const USER_AGENT_LIMIT = 8192;

/** The line of an access log, without its line end; the fields are AWS's, in AWS's order, up to `request_transform_status`. */
export function accessLogEntry(entry: AccessLogEntry): string {
  return `${exchangeFields(entry)} ${requestFields(entry)} ${ruleFields(entry)}`;
}

function exchangeFields(entry: AccessLogEntry): string {
  const times = `${seconds(entry.requestProcessingMs)} ${seconds(entry.targetProcessingMs)} ${seconds(entry.responseProcessingMs)}`;
  const statuses = `${entry.status === 0 ? "-" : entry.status} ${entry.targetStatus ?? "-"}`;
  const ends = `${endpoint(entry.client)} ${endpoint(entry.target)}`;
  const bytes = `${entry.receivedBytes} ${entry.sentBytes}`;
  return `${entry.type} ${timestamp(entry.timeMs)} ${unquoted(entry.loadBalancer)} ${ends} ${times} ${statuses} ${bytes}`;
}

function requestFields(entry: AccessLogEntry): string {
  const { userAgent, tls, targetGroupArn, traceId, certificateArn } = entry;
  const client = `${quoted(userAgent?.slice(0, USER_AGENT_LIMIT))} ${unquoted(tls?.cipher)} ${unquoted(tls?.version)}`;
  const served = `${unquoted(targetGroupArn)} ${quoted(traceId)} ${quoted(tls?.serverName)} ${quoted(certificateArn)}`;
  return `${requestLine(entry)} ${client} ${served}`;
}

function ruleFields(entry: AccessLogEntry): string {
  const { target, targetStatus, desync = COMPLIANT } = entry;
  const doubt = desync.class === "Compliant" ? undefined : desync;
  const rule = `${rulePriority(entry.rule)} ${timestamp(entry.createdMs)} ${actionsField(entry.actions)}`;
  const outcome = `${quoted(entry.redirectUrl)} ${quoted(entry.errorReason)}`;
  const answered = `"${endpoint(target)}" "${targetStatus ?? "-"}"`;
  const classified = `${quoted(doubt?.class)} ${quoted(doubt?.reason)} ${unquoted(entry.connectionTraceId)}`;
  // Host, URI and status of transforms, which are newer than what a Terraform input here can say (R80).
  return `${rule} ${outcome} ${answered} ${classified} "-" "-" "-"`;
}

/** `METHOD protocol://host:port/path VERSION`; what could not be read is a dash, as a real load balancer writes it. */
function requestLine({ request, listener: { protocol, port, dnsName } }: AccessLogEntry): string {
  if (request === undefined) return quoted(`- ${protocol}://${dnsName}:${port}- -`);
  const host = request.host === "" ? dnsName : request.host;
  return quoted(`${request.method} ${protocol}://${host}:${port}${request.target} HTTP/${request.version}`);
}

function quoted(text: string | undefined): string {
  return text === undefined || text === "" ? '"-"' : `"${quotable(text)}"`;
}

function actionsField(actions: readonly LoggedAction[]): string {
  return `"${actions.length === 1 ? actions[0] : actions.join(",") || "-"}"`;
}

function endpoint(of: AddressAndPort | undefined): string {
  if (of === undefined) return "-";
  const { address, port } = of;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

function seconds(ms: number): string {
  if (ms < 0) return "-1";
  const whole = Math.round(ms);
  return `${Math.floor(whole / 1000)}.${THOUSANDTHS[whole % 1000]}`;
}

const THOUSANDTHS = Array.from({ length: 1000 }, (_, count) => String(count).padStart(3, "0"));

let renderedSecond = Number.NaN;
let rendered = "";

/** Date and time of day are rendered once a second. */
function timestamp(ms: number): string {
  const second = Math.floor(ms / 1000);
  if (second !== renderedSecond) {
    rendered = new Date(second * 1000).toISOString().slice(0, -4);
    renderedSecond = second;
  }
  const millis = ms - second * 1000;
  return `${rendered}${THOUSANDTHS[Math.floor(millis)]}${THOUSANDTHS[Math.floor((millis % 1) * 1000)]}Z`;
}

function rulePriority(rule: AccessLogEntry["rule"]): string {
  if (rule === undefined) return "-";
  if (rule === "default") return "0";
  return rule === "error" ? "-1" : String(rule);
}
