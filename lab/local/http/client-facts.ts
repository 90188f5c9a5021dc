import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { ClientConnection } from "./contract";

/** What is known of a client by its connection. */
export function describeClient(socket: Socket): ClientConnection {
  const address = socket.remoteAddress ?? "";
  const facts = {
    clientAddress: address.startsWith("::ffff:") ? address.slice(7) : address,
    clientPort: socket.remotePort ?? 0,
  };
  if (!(socket instanceof TLSSocket)) return facts;
  const serverName = (socket as { servername?: string | false }).servername;
  const tls = { version: socket.getProtocol() ?? "", cipher: socket.getCipher().name };
  return { ...facts, tls: serverName ? { ...tls, serverName } : tls };
}
