import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createNetServer, type Server, type Socket } from "node:net";
import {
  DEFAULT_TIMEOUTS,
  type Endpoint,
  type HttpListener,
  type ListenerTls,
  startHttpListener,
  TargetPool,
  type Timeouts,
} from "../../../../lab/local/http";
import { forwardTo, Journal } from "./balancing";
import { openClient, type RawClient } from "./raw-client";

export interface LabOptions {
  readonly timeouts?: Partial<Timeouts>;
  readonly mode?: string;
  readonly tls?: ListenerTls;
  readonly maxConnections?: number;
  readonly http2Requests?: number;
}

/** A listener in front of endpoints, with everything a test looks at; closed by `closeAll`. */
export interface Lab {
  readonly listener: HttpListener;
  readonly targets: TargetPool;
  readonly journal: Journal;
  client(): Promise<RawClient>;
}

const open: (() => Promise<unknown> | unknown)[] = [];

/** For `afterEach`: stops every lab and target of the test. */
export async function closeAll(): Promise<void> {
  for (const close of open.splice(0).reverse()) await close();
}

export async function startLab(endpoints: readonly Endpoint[], options: LabOptions = {}): Promise<Lab> {
  const timeouts = { ...DEFAULT_TIMEOUTS, stopMs: 50, ...options.timeouts };
  const targets = new TargetPool(timeouts);
  const journal = new Journal();
  const { mode, ...listening } = options;
  const listener = await startHttpListener({
    ...listening,
    host: "127.0.0.1",
    port: 0,
    timeouts,
    targets,
    balancing: forwardTo(endpoints, journal, { mode }),
  });
  open.push(async () => {
    await listener.stop();
    targets.closeAll();
  });
  return { listener, targets, journal, client: () => openClient(listener.port) };
}

export interface Target {
  readonly endpoint: Endpoint;
  /** Requests as `METHOD target body`, in the order in which they were complete. */
  readonly journal: string[];
  readonly heads: string[];
  readonly sockets: Set<Socket>;
}

/** A target that Node's own parser reads for; it says `ok` unless told otherwise. */
export async function startHttpTarget(answer?: RequestListener): Promise<Target> {
  const journal: string[] = [];
  const heads: string[] = [];
  const server = createHttpServer({ maxHeaderSize: 131_072, keepAliveTimeout: 0 }, (request, response) => {
    heads.push(headOf(request));
    if (answer !== undefined) {
      answer(request, response);
      return;
    }
    let body = "";
    request.setEncoding("latin1");
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      journal.push(`${request.method} ${request.url} ${body}`.trim());
      response.end("ok");
    });
  });
  server.maxHeadersCount = 0;
  return { ...(await listening(server)), journal, heads };
}

function headOf({ method, url, rawHeaders }: IncomingMessage): string {
  const lines = rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ${rawHeaders[at + 1]}` : ""));
  return [`${method} ${url}`, ...lines.filter((line) => line !== "")].join("\n");
}

/** A target that answers each request head by hand; `serve` is called with the socket and everything received so far. */
export async function startRawTarget(
  serve: (socket: Socket, received: string) => void,
  connected?: (socket: Socket) => void,
): Promise<Target> {
  const server = createNetServer((socket) => {
    socket.on("error", () => {});
    let received = "";
    connected?.(socket);
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      serve(socket, received);
    });
  });
  return { ...(await listening(server)), journal: [], heads: [] };
}

/** A target that sends these bytes after each request head. */
export function startAnswering(bytes: string, then?: (socket: Socket) => void): Promise<Target> {
  return startRawTarget((socket, received) => {
    if (!received.endsWith("\r\n\r\n")) return;
    socket.write(bytes, "latin1");
    then?.(socket);
  });
}

async function listening(server: Server): Promise<Pick<Target, "endpoint" | "sockets">> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  open.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return { endpoint: { key: `target:${port}`, host: "127.0.0.1", port, tls: false }, sockets };
}
