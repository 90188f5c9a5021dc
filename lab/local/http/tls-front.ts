import type { Socket } from "node:net";
import { createServer, type Server, type TLSSocket } from "node:tls";
import type { Deadlines, Watched } from "./deadlines";
import type { ListenerTls, Timeouts } from "./options";

const TLS_HANDSHAKE = 22;

export interface TlsFrontEvents {
  /** `raw` carries it, and is its business no more. */
  secure(socket: TLSSocket, raw: Socket | undefined): void;
  /** It does not begin like TLS; `beginning` is what came. */
  plain(socket: Socket, beginning: Buffer): void;
}

/** Takes connections to an HTTPS listener through their handshake. Failed ones are closed without a word. */
export function createTlsFront(
  tls: ListenerTls,
  timeouts: Timeouts,
  deadlines: Deadlines,
  events: TlsFrontEvents,
): (socket: Socket) => void {
  const server = createTlsServer(tls, timeouts);
  const inHandshake = new Map<string, Socket>();
  server.on("secureConnection", (socket) => events.secure(socket, inHandshake.get(peerOf(socket))));
  return (socket) => {
    const watch: Watched = {
      place: -1,
      deadlineMs: performance.now() + timeouts.headMs,
      expire: () => socket.destroy(),
    };
    const peer = peerOf(socket);
    deadlines.add(watch);
    inHandshake.set(peer, socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => {
      deadlines.delete(watch);
      inHandshake.delete(peer);
    });
    socket.once("data", (beginning: Buffer) => {
      deadlines.delete(watch);
      if (beginning[0] !== TLS_HANDSHAKE) {
        events.plain(socket, beginning);
        return;
      }
      socket.pause();
      socket.unshift(beginning);
      server.emit("connection", socket);
    });
  };
}

function createTlsServer(tls: ListenerTls, timeouts: Timeouts): Server {
  const server = createServer({
    ...tls.options,
    ALPNProtocols: tls.http2 ? ["h2", "http/1.1"] : ["http/1.1"],
    handshakeTimeout: timeouts.headMs,
    SNICallback: (name, done) => done(null, tls.contextFor?.(name.toLowerCase())),
  });
  server.on("tlsClientError", (_error, socket) => socket.destroy());
  return server;
}

function peerOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
