import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { describeClient } from "./client-facts";
import { Deadlines, tickFor } from "./deadlines";
import type { Front, InProgress } from "./front";
import { Http1Connection } from "./http1-connection";
import { Http2Connection } from "./http2-connection";
import type { HttpListener, ListenerOptions, ListenerTls } from "./options";
import { createTlsFront } from "./tls-front";

const MAX_CONNECTIONS = 10_000;
const HTTP2_REQUESTS = 10_000;

interface Stoppable {
  stop(): void;
}

/** Clients' connections by socket; those in their handshake are counted too. */
type Connections = Map<Socket, Stoppable>;

/** Accepts connections of clients and serves what they ask by the load balancing given. Rejects when the port is taken. */
export async function startHttpListener(options: ListenerOptions): Promise<HttpListener> {
  const { timeouts, balancing, targets, tls, maxConnections = MAX_CONNECTIONS } = options;
  const { http2Requests = HTTP2_REQUESTS } = options;
  const tickMs = tickFor([timeouts.idleMs, timeouts.headMs]);
  const watches = { deadlines: new Deadlines(tickMs), exchanges: new Deadlines<InProgress>(tickMs) };
  const front: Front = { balancing, timeouts, targets, ...watches, http2Requests, stopping: false };
  const connections: Connections = new Map();
  const accept = tls === undefined ? plainAcceptor(front, connections) : tlsAcceptor(tls, front, connections);
  const server = createServer({ noDelay: true }, (socket) => {
    if (connections.size >= maxConnections) socket.destroy();
    else accept(socket);
  });
  const port = await listen(server, options);
  return {
    port,
    get connections() {
      return connections.size;
    },
    get inFlight() {
      return front.exchanges.watched.length;
    },
    stop: () => stop(server, front, connections),
  };
}

function plainAcceptor(front: Front, connections: Connections): (socket: Socket) => void {
  return (socket) => track(connections, socket, new Http1Connection(socket, describeClient(socket), front));
}

function tlsAcceptor(tls: ListenerTls, front: Front, connections: Connections): (socket: Socket) => void {
  const accept = createTlsFront(tls, front.timeouts, front.deadlines, {
    secure: (socket, raw) => {
      if (raw !== undefined) connections.delete(raw);
      track(connections, socket, secured(socket, front));
    },
    plain: (socket, beginning) => {
      new Http1Connection(socket, describeClient(socket), front).refuse(
        "malformed-request",
        beginning.toString("latin1", 0, 1024),
      );
    },
  });
  return (socket) => {
    track(connections, socket, { stop: () => socket.destroy() });
    accept(socket);
  };
}

function secured(socket: TLSSocket, front: Front): Stoppable {
  const connection = describeClient(socket);
  if (socket.alpnProtocol === "h2") return new Http2Connection(socket, connection, front);
  return new Http1Connection(socket, connection, front);
}

function track(connections: Connections, socket: Socket, connection: Stoppable): void {
  connections.set(socket, connection);
  socket.once("close", () => connections.delete(socket));
}

function listen(server: Server, { host, port }: ListenerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, backlog: 1024 }, () => {
      server.off("error", reject);
      // Accepting may fail for want of file descriptors; those who are connected are still served.
      server.on("error", () => {});
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function stop(server: Server, front: Front, connections: Connections): Promise<void> {
  front.stopping = true;
  const limit = setTimeout(() => {
    for (const exchange of [...front.exchanges.watched]) exchange.abort("shutting-down");
    setImmediate(() => {
      for (const socket of connections.keys()) socket.destroy();
    });
  }, front.timeouts.stopMs);
  const closed = [...connections.keys()].map(
    (socket) => new Promise((resolve) => socket.once("close", resolve)),
  );
  for (const connection of [...connections.values()]) connection.stop();
  await new Promise((resolve) => server.close(resolve));
  await Promise.all(closed);
  clearTimeout(limit);
}
