import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server that says `ok` over TLS with this key and certificate; without any, every handshake fails. */
export async function startHttpsTarget(options: object): Promise<URL> {
  const server = createServer(options, (_request, response) => response.end("ok"));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
}
