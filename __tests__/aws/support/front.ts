import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A call as it came in: the parameters of a query, or the members of a JSON body. */
export interface Asked {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What is answered in place of the emulator. */
export interface Reply {
  readonly status?: number;
  readonly body: string;
}

export type Responder = (asked: Asked) => Reply | undefined;

/** A server in front of the emulator: it passes calls on, except for those that it has an answer for. */
export interface Front {
  readonly url: string;
  /** Every call, in the order in which they came. */
  readonly asked: Asked[];
  /** Answers by the name of the call; one that answers undefined lets it pass. */
  readonly answers: Map<string, Responder>;
  stop(): Promise<void>;
}

export async function startFront(upstream: string): Promise<Front> {
  const asked: Asked[] = [];
  const answers = new Map<string, Responder>();
  const server = createServer(async (incoming, outgoing) => {
    const body = await bodyOf(incoming);
    const call = askedIn(incoming, body);
    asked.push(call);
    const reply = answers.get(call.action)?.(call);
    if (reply) outgoing.writeHead(reply.status ?? 200).end(reply.body);
    else pass(upstream, incoming, body, outgoing);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, answers, stop };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of incoming.setEncoding("utf8")) text += piece;
  return text;
}

function askedIn(incoming: IncomingMessage, body: string): Asked {
  const target = incoming.headers["x-amz-target"];
  if (typeof target === "string")
    return { action: target.split(".")[1] ?? target, parameters: JSON.parse(body) };
  const parameters = Object.fromEntries(new URLSearchParams(body));
  return { action: parameters.Action ?? "", parameters };
}

function pass(upstream: string, incoming: IncomingMessage, body: string, outgoing: ServerResponse): void {
  const { "transfer-encoding": _, ...headers } = incoming.headers;
  const passed = request(
    new URL(incoming.url ?? "/", upstream),
    { method: incoming.method, headers: { ...headers, "content-length": Buffer.byteLength(body) } },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  passed.on("error", (error) => outgoing.destroy(error));
  passed.end(body);
}
