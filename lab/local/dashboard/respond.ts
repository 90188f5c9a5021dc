import type { IncomingMessage, ServerResponse } from "node:http";
import { act } from "./act";
import type { EventStream } from "./event-stream";
import { type Door, doorAt, hasToken, isFromOurPage, isOurHost } from "./guard";
import type { PageFile } from "./read-page";
import type { DashboardSource } from "./snapshot";

export interface Surroundings {
  readonly token: string;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly events: EventStream;
  readonly source: DashboardSource;
}

/** Nothing is taken from elsewhere, nothing is inline, nobody frames it (P-68). */
const headers = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
};

/** Answers one request to the dashboard, whatever it is. */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  surroundings: Surroundings,
): Promise<void> {
  const door = doorAt(request.socket.localPort ?? 0);
  try {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!isOurHost(request, door)) {
      const [host] = door.hosts;
      refuse(response, 403, `host: must be that of this dashboard; open http://${host}/`);
    } else if (request.method === "GET" || request.method === "HEAD")
      show(request, response, door, surroundings);
    else if (request.method === "POST") await control(request, response, door, surroundings);
    else {
      response.setHeader("Allow", "GET, HEAD, POST");
      refuse(response, 405, "method: must be GET, HEAD or POST");
    }
  } catch {
    if (response.headersSent) response.destroy();
    else refuse(response, 500, "dashboard: this request could not be answered");
  }
}

function show(
  request: IncomingMessage,
  response: ServerResponse,
  door: Door,
  surroundings: Surroundings,
): void {
  const { url = "" } = request;
  const file = surroundings.files.get(url);
  if (url === "/events") showEvents(request, response, door, surroundings);
  else if (url === "/snapshot") showSnapshot(request, response, door, surroundings);
  else if (file) {
    response.writeHead(200, { "Content-Type": file.type, "Content-Length": file.body.length });
    response.end(request.method === "HEAD" ? undefined : file.body);
  } else refuse(response, 404, "path: must be a part of the dashboard");
}

/** What the page is drawn from, once, for a program. */
function showSnapshot(
  request: IncomingMessage,
  response: ServerResponse,
  door: Door,
  { source }: Surroundings,
): void {
  if (!isFromOurPage(request, door)) {
    refuse(response, 403, "origin: must be that of this dashboard");
    return;
  }
  const body = Buffer.from(JSON.stringify(source.snapshot()));
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

function showEvents(
  request: IncomingMessage,
  response: ServerResponse,
  door: Door,
  { events }: Surroundings,
): void {
  if (!isFromOurPage(request, door)) refuse(response, 403, "origin: must be that of this dashboard");
  else if (events.full) refuse(response, 503, "dashboard: open in too many pages; close some");
  else {
    response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
    if (request.method === "HEAD") response.end();
    else events.open(response);
  }
}

async function control(
  request: IncomingMessage,
  response: ServerResponse,
  door: Door,
  { token, source }: Surroundings,
): Promise<void> {
  if (!isFromOurPage(request, door)) refuse(response, 403, "origin: must be that of this dashboard");
  else if (!hasToken(request, token)) {
    refuse(response, 403, "token: must be that of this start; reload the page");
  } else {
    const outcome = await act(request, source);
    if (outcome === undefined) response.writeHead(204).end();
    else if (!("message" in outcome)) {
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(outcome));
    } else refuse(response, outcome.status, outcome.message);
  }
}

/** Closes, so that a body nobody reads does not stay in the connection. */
function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(message),
    Connection: "close",
  });
  response.end(message);
}
