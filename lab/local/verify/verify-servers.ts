import { askServer, type Reply } from "./ask-server";

export interface VerifyOptions {
  /** Requests at most. Default 100. */
  readonly requests?: number;
  /** How many servers there are, so how many different answers to wait for. Default 2. */
  readonly servers?: number;
  /** Path of the health check. Default `/health`. */
  readonly healthPath?: string;
  /** For each request. Default 10 s. */
  readonly timeoutMs?: number;
}

/** Who answered how often, and whether that is what the lab promises. */
export interface Verification {
  readonly url: string;
  readonly requests: number;
  /** Requests by what was answered, most first. */
  readonly answers: readonly { readonly answer: string; readonly count: number }[];
  /** Requests without an answer, or with one that the load balancer or an error made. */
  readonly failures: readonly { readonly failure: string; readonly count: number }[];
  readonly health: { readonly path: string; readonly passed: boolean; readonly seen: string };
  /** How many different answers were waited for. */
  readonly servers: number;
  readonly passed: boolean;
}

/**
 * Asks as a person at a browser does, one request after the other on connections of their own, until every server has
 * answered, and then for its health.
 */
export async function verifyServers(url: URL, options: VerifyOptions = {}): Promise<Verification> {
  const { requests = 100, servers = 2, healthPath = "/health", timeoutMs = 10_000 } = options;
  const answers = new Map<string, number>();
  const failures = new Map<string, number>();
  let asked = 0;
  for (; asked < requests && !isComplete(answers, servers); asked += 1) {
    const reply = await askServer(url, timeoutMs);
    const failure = failureOf(reply);
    if (failure !== undefined) count(failures, failure);
    else if ("body" in reply) count(answers, reply.body.trim());
  }
  const health = await checkHealth(new URL(healthPath, url), timeoutMs);
  return {
    url: url.href,
    requests: asked,
    answers: ranked(answers).map(([answer, times]) => ({ answer, count: times })),
    failures: ranked(failures).map(([failure, times]) => ({ failure, count: times })),
    health: { path: healthPath, ...health },
    servers,
    passed: isComplete(answers, servers) && failures.size === 0 && health.passed,
  };
}

/** Complete is twice around, so that one can see them alternate. */
function isComplete(answers: ReadonlyMap<string, number>, servers: number): boolean {
  return answers.size >= servers && [...answers.values()].every((times) => times >= 2);
}

async function checkHealth(url: URL, timeoutMs: number): Promise<{ passed: boolean; seen: string }> {
  const reply = await askServer(url, timeoutMs);
  if ("failure" in reply) return { passed: false, seen: reply.failure };
  return { passed: reply.status === 200, seen: `${reply.status} ${reply.body.trim().slice(0, 80)}` };
}

function failureOf(reply: Reply): string | undefined {
  if ("failure" in reply) return reply.failure;
  if (reply.fromLoadBalancer) return `${reply.status} from the load balancer`;
  return reply.status >= 200 && reply.status < 400
    ? undefined
    : `${reply.status} ${reply.body.trim().slice(0, 80)}`;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function ranked(counts: ReadonlyMap<string, number>): readonly [string, number][] {
  return [...counts].sort(([, one], [, other]) => other - one);
}
