import { Agent, request } from "node:http";

export interface LoadResult {
  readonly status: number;
  readonly body: string;
  /** Why there was no answer. */
  readonly error?: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface Load {
  readonly results: readonly LoadResult[];
  /** Settles once this many more requests have ended. */
  more(count: number): Promise<void>;
  /** Sends no more; settles once every request has ended. */
  stop(): Promise<readonly LoadResult[]>;
}

export interface LoadOptions {
  readonly clients?: number;
  readonly method?: string;
  readonly headers?: () => Record<string, string>;
  readonly body?: () => string;
}

const loads = new Set<Load>();

afterEach(async () => {
  for (const load of loads) await load.stop();
});

/** Clients that keep their connections and send one request after the other; they end with the test. */
export function startLoad(url: string, options: LoadOptions = {}): Load {
  const { clients = 8 } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const results: LoadResult[] = [];
  const waiting: { readonly at: number; readonly done: () => void }[] = [];
  let running = true;
  const client = async () => {
    while (running) {
      results.push(await send(url, agent, options));
      for (const { at, done } of waiting) if (results.length >= at) done();
    }
  };
  const ended = Promise.all(Array.from({ length: clients }, client));
  const load: Load = {
    results,
    more: (count) => new Promise((done) => waiting.push({ at: results.length + count, done })),
    async stop() {
      loads.delete(load);
      running = false;
      await ended;
      agent.destroy();
      return results;
    },
  };
  loads.add(load);
  return load;
}

function send(
  url: string,
  agent: Agent,
  { method = "GET", headers, body }: LoadOptions,
): Promise<LoadResult> {
  return new Promise((settle) => {
    const startedAt = performance.now();
    const end = (status: number, text: string, error?: string) =>
      settle({
        status,
        body: text,
        startedAt,
        endedAt: performance.now(),
        ...(error !== undefined && { error }),
      });
    const sent = request(url, { agent, method, headers: headers?.() ?? {} }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => end(response.statusCode ?? 0, text));
      response.on("error", ({ message }) => end(0, text, message));
    });
    sent.on("error", ({ message }) => end(0, "", message));
    sent.end(body?.());
  });
}

/** What went wrong, for a message that tells: status or error, and how often. */
export function failures(results: readonly LoadResult[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status, error } of results) {
    if (status === 200) continue;
    const what = error ?? String(status);
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}
