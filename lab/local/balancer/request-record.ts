import {
  type AccessLogEntry,
  accessLogEntry,
  type CompiledRule,
  type Destination,
  type LoggedAction,
} from "../../alb";
import type { ClientConnection, ExchangeEnd, RequestHead } from "../http";
import type { LabContext } from "./lab-context";
import type { ListenerView } from "./listener-view";
import { headerValues } from "./request-facts";
import type { RunningGroup } from "./running-group";
import type { RunningTarget } from "./running-target";

/** Who answered a request, where somebody did. */
export interface Answerer {
  readonly group: RunningGroup;
  readonly target: RunningTarget;
}

/** What is known of one request, gathered on its way, for the access log and the dashboard. */
export class RequestRecord {
  destination: Destination | undefined;
  rule: CompiledRule | undefined;
  actions: readonly LoggedAction[] = [];
  redirectUrl: string | undefined;
  traceId: string | undefined;
  readonly createdMs: number;

  constructor(
    readonly context: LabContext,
    readonly view: ListenerView,
    readonly head: RequestHead,
    readonly connection: ClientConnection,
  ) {
    this.createdMs = context.now();
  }

  get cookies(): readonly string[] {
    return headerValues(this.head.headers, "cookie");
  }

  finish(end: ExchangeEnd, answerer?: Answerer): void {
    const { context, view, head, rule } = this;
    const nowMs = context.now();
    context.log?.(accessLogEntry(this.#entry(end, answerer, nowMs)));
    context.finished({
      id: context.nextRequestId(),
      atMs: nowMs,
      method: head.method,
      path: this.destination?.path ?? head.target,
      status: end.status,
      ...(end.targetStatus !== undefined && { targetStatus: end.targetStatus }),
      ms: nowMs - this.createdMs,
      listener: view.listener.address,
      rule: rule?.address,
      group: answerer?.group.setup.address,
      target: answerer?.target.key,
      targetName: answerer?.target.setup.name,
    });
  }

  #entry(end: ExchangeEnd, answerer: Answerer | undefined, nowMs: number): AccessLogEntry {
    const { view, head, connection, destination, rule } = this;
    const { listener, loadBalancer, protocol } = view;
    const [userAgent] = headerValues(head.headers, "user-agent");
    return {
      type: entryType(head, protocol),
      timeMs: nowMs,
      loadBalancer: `app/${loadBalancer.name}/local`,
      client: { address: connection.clientAddress, port: connection.clientPort },
      target: end.endpoint && { address: end.endpoint.host, port: end.endpoint.port },
      requestProcessingMs: end.requestProcessingMs,
      targetProcessingMs: end.targetProcessingMs,
      responseProcessingMs: end.responseProcessingMs,
      status: end.status,
      targetStatus: end.targetStatus,
      receivedBytes: end.receivedBytes,
      sentBytes: end.sentBytes,
      request: {
        method: head.method,
        host: destination?.host ?? "",
        target: destination?.target ?? head.target,
        version: head.version,
      },
      listener: { protocol, port: listener.port, dnsName: loadBalancer.dnsName },
      userAgent,
      tls: connection.tls,
      targetGroupArn: answerer?.group.setup.address,
      traceId: this.traceId,
      rule: rule && (typeof rule.priority === "number" ? rule.priority : "default"),
      createdMs: this.createdMs,
      actions: this.actions,
      redirectUrl: this.redirectUrl,
      desync: head.desync as NonNullable<AccessLogEntry["desync"]>,
    };
  }
}

function entryType({ version, upgrade }: RequestHead, protocol: "http" | "https"): AccessLogEntry["type"] {
  if (upgrade !== undefined) return protocol === "https" ? "wss" : "ws";
  return version === "2.0" ? "h2" : protocol;
}

/** What is known of a request whose head could not be read. */
export interface RefusedRequest {
  readonly status: number;
  readonly connection: ClientConnection;
  readonly desync: RequestHead["desync"] | undefined;
}

/** The line of the access log for it. */
export function refusedEntry(
  { listener, loadBalancer, protocol }: ListenerView,
  { status, connection: { clientAddress, clientPort, tls }, desync }: RefusedRequest,
  nowMs: number,
): string {
  return accessLogEntry({
    type: protocol,
    timeMs: nowMs,
    loadBalancer: `app/${loadBalancer.name}/local`,
    client: { address: clientAddress, port: clientPort },
    requestProcessingMs: -1,
    targetProcessingMs: -1,
    responseProcessingMs: -1,
    status,
    receivedBytes: 0,
    sentBytes: 0,
    listener: { protocol, port: listener.port, dnsName: loadBalancer.dnsName },
    tls,
    createdMs: nowMs,
    actions: [],
    desync: desync as AccessLogEntry["desync"],
  });
}
