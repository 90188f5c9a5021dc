import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import type { ClientConnection } from "./contract";
import { Deadlines, tickFor } from "./deadlines";
import type { Front } from "./front";
import { Http1Connection } from "./http1-connection";
import type { HttpListener, ListenerOptions } from "./options";

const MAX_CONNECTIONS = 10_000;

interface Stoppable {
  stop(): void;
}

/** Accepts connections of clients and serves what they ask by the load balancing given. Rejects when the port is taken. */
export function startHttpListener(options: ListenerOptions): Promise<HttpListener> {
  const { timeouts, balancing, targets } = options;
  const front: Front = {
    balancing,
    timeouts,
    targets,
    deadlines: new Deadlines(tickFor([timeouts.idleMs, timeouts.headMs])),
    exchanges: new Set(),
    stopping: false,
  };
  const connections = new Map<Socket, Stoppable>();
  const server = createServer({ noDelay: true }, (socket) => {
    if (connections.size >= (options.maxConnections ?? MAX_CONNECTIONS)) return socket.destroy();
    connections.set(socket, new Http1Connection(socket, describe(socket), front));
    socket.once("close", () => connections.delete(socket));
    return undefined;
  });
  return listen(server, options).then((port) => ({
    port,
    get connections() {
      return connections.size;
    },
    get inFlight() {
      return front.exchanges.size;
    },
    stop: () => stop(server, front, connections),
  }));
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

function describe(socket: Socket): ClientConnection {
  const address = socket.remoteAddress ?? "";
  return {
    clientAddress: address.startsWith("::ffff:") ? address.slice(7) : address,
    clientPort: socket.remotePort ?? 0,
  };
}

function stop(server: Server, front: Front, connections: Map<Socket, Stoppable>): Promise<void> {
  front.stopping = true;
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      for (const exchange of [...front.exchanges]) exchange.abort("shutting-down");
      for (const socket of connections.keys()) socket.destroy();
    }, front.timeouts.stopMs);
    server.close(() => {
      clearTimeout(limit);
      resolve();
    });
    for (const connection of connections.values()) connection.stop();
  });
}
