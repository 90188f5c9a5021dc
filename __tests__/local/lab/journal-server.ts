import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServerConfig } from "./lab-config";

/** A request as a server noted it, once the last byte of it was there. */
export interface Note {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly method: string;
  readonly url: string;
  /** Header `x-id`. */
  readonly id: string;
}

/** A server of its own process that notes every request, but for health checks, before it answers. */
export interface JournalServer extends ServerConfig {
  readonly notes: () => readonly Note[];
}

const directory = mkdtempSync(join(tmpdir(), "journal-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let count = 0;

/**
 * Answers `<name> <x-id>` after a moment; `/slow` takes longer. What it noted outlives a kill -9. A WebSocket handshake
 * is answered, and every byte after it echoed behind the name.
 */
export function journalServer(name: string): JournalServer {
  const file = join(directory, `${++count}-${name}`);
  const notes = () =>
    existsSync(file)
      ? readFileSync(file, "utf8")
          .split("\n")
          // The last piece is empty, or a line that is still being written.
          .slice(0, -1)
          .map((line): Note => JSON.parse(line))
      : [];
  return { name, script: program(name, file), notes };
}

function program(name: string, file: string): string {
  return `
    const { appendFileSync } = require("node:fs");
    const name = ${JSON.stringify(name)};
    const server = require("node:http").createServer({ keepAliveTimeout: 0 }, (request, response) => {
      if (request.url === "/health") return response.end();
      const { method, url, headers } = request;
      request.resume().on("end", () => {
        const id = headers["x-id"] ?? "";
        appendFileSync(${JSON.stringify(file)}, JSON.stringify({ atMs: Date.now(), method, url, id }) + "\\n");
        setTimeout(() => response.end(name + " " + id), url === "/slow" ? 600 : 5);
      });
    });
    server.on("upgrade", (request, socket) => {
      socket.on("error", () => {});
      socket.write("HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\n\\r\\n");
      socket.on("data", (chunk) => socket.write(name + ":" + chunk)).on("end", () => socket.end());
    });
    server.listen(3000);`;
}
