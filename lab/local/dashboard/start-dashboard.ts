import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { EventStream } from "./event-stream";
import { readPage } from "./read-page";
import { respond } from "./respond";
import type { DashboardSource } from "./snapshot";

/** A dashboard that is being served. */
export interface Dashboard {
  /** Such as `http://127.0.0.1:41234/`. */
  readonly url: string;
  readonly port: number;
  /** Ends open pages and frees the port. */
  stop(): Promise<void>;
}

export interface DashboardOptions {
  /** Default 0: any free port. */
  readonly port?: number;
}

const address = "127.0.0.1";

/** Serves the dashboard on loopback only; rejects with the system's error where the port is taken. */
export async function startDashboard(
  source: DashboardSource,
  options: DashboardOptions = {},
): Promise<Dashboard> {
  const token = randomBytes(32).toString("base64url");
  const files = readPage(token);
  const events = new EventStream(source, randomBytes(9).toString("base64url"));
  const server = serverFor((request, response) => {
    void respond(request, response, { token, files, events, source });
  });
  server.listen(options.port ?? 0, address);
  await once(server, "listening");
  const port = portOf(server);
  return { url: `http://${address}:${port}/`, port, stop: () => stop(server, events) };
}

function serverFor(listener: RequestListener): Server {
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 10_000, maxHeaderSize: 16_384 },
    listener,
  );
  server.maxConnections = 100;
  server.on("clientError", (_error, socket) => socket.destroy());
  return server;
}

function portOf(server: Server): number {
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("dashboard: must have a port, got none");
  return bound.port;
}

async function stop(server: Server, events: EventStream): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  events.close();
  server.closeAllConnections();
  await closed;
}
