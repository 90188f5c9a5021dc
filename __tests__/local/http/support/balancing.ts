import {
  applyDesyncMode,
  errorAnswer,
  examineRequest,
  failureStatus,
  requestHeaders,
  responseHeaders,
} from "../../../../lab/alb";
import {
  type ClientConnection,
  type Endpoint,
  type Exchange,
  type ExchangeEnd,
  type Failure,
  HeaderBlock,
  type LoadBalancing,
  type RequestHead,
} from "../../../../lab/local/http";

export interface Ended {
  readonly head: RequestHead;
  readonly end: ExchangeEnd;
}

export interface Refused {
  readonly failure: Failure;
  readonly status: number;
  readonly head: string;
}

/** What a test load balancer was told; `onChange` is called after every entry. */
export class Journal {
  readonly ended: Ended[] = [];
  readonly refused: Refused[] = [];
  readonly connections: ClientConnection[] = [];
  private readonly waiting: (() => void)[] = [];

  changed(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }

  /** Resolves when this many exchanges have ended. */
  async ends(count: number): Promise<Ended[]> {
    while (this.ended.length < count) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.ended;
  }

  async refusals(count: number): Promise<Refused[]> {
    while (this.refused.length < count) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.refused;
  }
}

const WRITE_HEADERS = requestHeaders({
  attributes: {
    dropInvalidHeaderFields: false,
    preserveHostHeader: false,
    tlsVersionAndCipherHeaders: false,
    xffClientPort: false,
    xffHeaderProcessingMode: "append",
  },
  protocol: "http",
  port: 80,
  dnsName: "lab.test",
});
const PASS_HEADERS = responseHeaders({ response: [] });

/** Everything goes to the first endpoint, and to the next ones when it refuses; heads are judged as an ALB does. */
export function forwardTo(
  endpoints: readonly Endpoint[],
  journal: Journal,
  { mode = "defensive" }: { readonly mode?: string } = {},
): LoadBalancing {
  return {
    begin(head, connection): Exchange {
      journal.connections.push(connection);
      return {
        decision: decide(head, connection, endpoints, mode),
        end: (end) => {
          journal.ended.push({ head, end });
          journal.changed();
        },
      };
    },
    failureAnswer: (failure, version) => errorAnswer(failureStatus(failure), version),
    refused: (failure, status, head) => {
      journal.refused.push({ failure, status, head });
      journal.changed();
    },
  };
}

function decide(
  head: RequestHead,
  connection: ClientConnection,
  endpoints: readonly Endpoint[],
  mode: string,
): Exchange["decision"] {
  const examined = examineRequest(head, { preserveHostHeader: false });
  const treatment = applyDesyncMode(mode, head.desync.class);
  if ("status" in examined) return errorAnswer(examined.status, head.version);
  if (treatment === "refuse") return errorAnswer(400, head.version);
  if (examined.destination.path.startsWith("/fixed")) {
    return { ...errorAnswer(503, head.version), body: "fixed", close: false };
  }
  const { authority, target } = examined.destination;
  const peer = { clientAddress: connection.clientAddress, clientPort: connection.clientPort };
  const { common, own } = WRITE_HEADERS(head.headers, authority);
  const left = [...endpoints];
  return {
    kind: "forward",
    endpoint: left.shift() as Endpoint,
    commonHeaders: new HeaderBlock(common),
    ownHeaders: own(peer, "1-00000000-000000000000000000000000").headers,
    target,
    closeAfter: treatment === "close",
    another: () => left.shift(),
    responseHeaders: (headers) => new HeaderBlock(PASS_HEADERS(headers, [])),
  };
}
