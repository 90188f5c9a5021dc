import {
  decide,
  type ErrorAnswer,
  errorAnswer,
  type ForwardOutcome,
  failureStatus,
  type Outcome,
  runActions,
  takesProtocol,
} from "../../alb";
import type {
  ClientConnection,
  Exchange,
  ExchangeEnd,
  Failure,
  LoadBalancing,
  OwnAnswer,
  RequestHead,
} from "../http";
import { ForwardedExchange } from "./forwarded-exchange";
import type { LabContext } from "./lab-context";
import type { ListenerView } from "./listener-view";
import { withLocalLocation } from "./local-location";
import type { PreparedRequest } from "./prepare-request";
import { ReceivedRequest } from "./request-facts";
import { RequestRecord, refusedEntry } from "./request-record";

/** The load balancing of one listener. Another view may take its place at any time; requests under way keep theirs. */
export class ListenerBalancing implements LoadBalancing {
  view: ListenerView;
  readonly #context: LabContext;
  readonly #zones = new WeakMap<ClientConnection, string>();
  #connections = 0;

  constructor(view: ListenerView, context: LabContext) {
    this.view = view;
    this.#context = context;
  }

  begin(head: RequestHead, connection: ClientConnection): Exchange {
    const { view } = this;
    const record = new RequestRecord(this.#context, view, head, connection);
    const prepared = view.prepare(head);
    const { examined } = prepared;
    if (prepared.treatment === "refuse") return this.#refuse(record, 400);
    if ("status" in examined) return this.#refuse(record, examined.status);
    record.destination = examined.destination;
    const request = new ReceivedRequest(head, examined.destination, connection, {
      protocol: view.protocol,
      port: view.listener.port,
    });
    record.rule = decide(view.rules, request).rule;
    const outcome = this.#act(record, request);
    // Rules of which not everything is known are left out of the view.
    if (outcome.kind === "unknown") return this.#refuse(record, 500);
    record.actions = outcome.executed;
    if (outcome.kind === "forward") return this.#forward(record, outcome, prepared);
    record.redirectUrl = locationOf(outcome);
    return new OwnExchange(record, this.#led(record, outcome));
  }

  /** Ports of this machine lead to ports of this machine. */
  #led({ destination, redirectUrl }: RequestRecord, answer: OwnAnswer): OwnAnswer {
    const { authority } = destination ?? {};
    const { listener, localPort } = this.view;
    if (redirectUrl === undefined || authority?.port === undefined) return answer;
    if (authority.port !== localPort(listener.port)) return answer;
    return { ...answer, headers: withLocalLocation(answer.headers, authority.host, localPort) };
  }

  failureAnswer(failure: Failure, version: RequestHead["version"]): OwnAnswer | undefined {
    return failure === "client-aborted" ? undefined : this.#error(failureStatus(failure), version);
  }

  refused(
    _failure: Failure,
    status: number,
    _head: string,
    connection: ClientConnection,
    desync?: RequestHead["desync"],
  ): void {
    this.#context.log?.(refusedEntry(this.view, { status, connection, desync }, this.#context.now()));
  }

  #act({ rule, view, head }: RequestRecord, request: ReceivedRequest): Outcome {
    const { cookieKey, now, random } = this.#context;
    return runActions(rule?.actions ?? [], request, {
      draw: random(),
      nowMs: now(),
      version: head.version,
      server: view.headers.server,
      cookieKey,
    });
  }

  #refuse(record: RequestRecord, status: number): Exchange {
    return new OwnExchange(record, this.#error(status, record.head.version));
  }

  #error(status: number, version: RequestHead["version"]): ErrorAnswer {
    return errorAnswer(status, version, { server: this.view.headers.server });
  }

  #forward(
    record: RequestRecord,
    { group: link, setCookies }: ForwardOutcome,
    prepared: PreparedRequest,
  ): Exchange {
    const { view, head, connection, destination } = record;
    const group = "address" in link ? view.groups.get(link.address) : undefined;
    if (!group || !destination) return this.#refuse(record, 503);
    const { targetType, protocolVersion, attributes } = group.setup.group;
    const client = { version: head.version, method: head.method, grpc: prepared.grpc };
    if (!takesProtocol(protocolVersion, client)) return this.#refuse(record, 464);
    if (head.upgrade !== undefined && targetType === "lambda") return this.#refuse(record, 400);
    const own = prepared.headers.own(connection, this.#context.newTraceId());
    record.traceId = own.traceId;
    const exchange = ForwardedExchange.begin({
      group,
      record,
      commonHeaders: prepared.common,
      ownHeaders: own.headers,
      target: destination.target,
      closeAfter: prepared.treatment === "close",
      zone: attributes.crossZone === "false" ? this.#zoneOf(connection) : undefined,
      groupCookies: setCookies,
    });
    return exchange ?? this.#refuse(record, 503);
  }

  /** DNS gives clients the nodes of all zones in turn; a connection stays with its node. */
  #zoneOf(connection: ClientConnection): string | undefined {
    const known = this.#zones.get(connection);
    if (known !== undefined) return known;
    const { zones } = this.view.loadBalancer;
    const zone = zones[this.#connections % Math.max(zones.length, 1)];
    this.#connections += 1;
    if (zone !== undefined) this.#zones.set(connection, zone);
    return zone;
  }
}

/** A request that the load balancer answers by itself. */
class OwnExchange implements Exchange {
  readonly decision: OwnAnswer;
  readonly #record: RequestRecord;

  constructor(record: RequestRecord, decision: OwnAnswer) {
    this.#record = record;
    this.decision = decision;
  }

  end(end: ExchangeEnd): void {
    this.#record.finish(end);
  }
}

/** Only a redirect has one. */
function locationOf({ headers }: OwnAnswer): string | undefined {
  const at = headers.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === "location");
  return at === -1 ? undefined : headers[at + 1];
}
