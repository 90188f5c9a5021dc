import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export const repository = "team/lab";

/** A request that GitHub's API got. */
export interface Asked {
  readonly method: string;
  /** Path and query below the repository. */
  readonly path: string;
  readonly token: string;
  readonly body: Record<string, string>;
}

/** What GitHub answers: status and body; undefined is an answer of 404. */
export type Answer = (asked: Asked) => readonly [status: number, body: unknown] | undefined;

/** A part of GitHub's API on this machine, with environment variables for who asks it. */
export interface FakeGithub {
  readonly asked: readonly Asked[];
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export async function startGithub(answer: Answer): Promise<FakeGithub> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const one = await readAsked(request);
    asked.push(one);
    const [status, body] = answer(one) ?? [404, { message: "Not Found" }];
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    env: {
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_REPOSITORY: repository,
      GITHUB_TOKEN: "token-of-the-job",
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return {
    method: request.method ?? "",
    path: (request.url ?? "").replace(`/repos/${repository}`, ""),
    token: request.headers.authorization ?? "",
    body: text === "" ? {} : JSON.parse(text),
  };
}
