import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** A server that a test kills, starts, breaks and slows; it answers with its name after a few milliseconds. */
export class ServerInHand {
  readonly name: string;
  healthStatus = 200;
  /** Health checks are taken and never answered. */
  hangsHealth = false;
  /** Requests that wait for the test, where it holds them. */
  readonly held: ServerResponse[] = [];
  holds = false;
  #port = 0;
  #server: Server | undefined;
  readonly #sockets = new Set<Socket>();

  constructor(name: string) {
    this.name = name;
  }

  get url(): URL {
    return new URL(`http://127.0.0.1:${this.#port}`);
  }

  /** Listens on a free port, and on the same one when it is started again. */
  async start(): Promise<void> {
    const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
      if (request.url === "/health") this.#answerProbe(response);
      else if (this.holds) this.held.push(response);
      else setTimeout(() => response.end(this.name), 5);
    });
    server.on("connection", (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
    });
    await new Promise<void>((listening) => server.listen(this.#port, "127.0.0.1", listening));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Closes every connection and its port, as the end of a process does. */
  kill(): void {
    this.#server?.close();
    this.#server = undefined;
    for (const socket of this.#sockets) socket.destroy();
  }

  #answerProbe(response: ServerResponse): void {
    if (!this.hangsHealth) response.writeHead(this.healthStatus).end();
  }
}
