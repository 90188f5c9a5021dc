import { LabError } from "../lab-error";
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
  /** For all requests together, without the health check. Default 60 s. */
  readonly limitMs?: number;
}

/** Who answered how often, and whether that is what the lab promises. */
export interface Verification {
  readonly url: string;
  readonly requests: number;
  /** Requests by what was answered, most first. */
  readonly answers: readonly { readonly answer: string; readonly count: number }[];
  /** Requests without an answer, or with one that the load balancer, an error or a redirect made. */
  readonly failures: readonly { readonly failure: string; readonly count: number }[];
  readonly health: { readonly path: string; readonly passed: boolean; readonly seen: string };
  /** How many different answers were waited for. */
  readonly servers: number;
  readonly passed: boolean;
  /** It ended because the time for all requests was over. */
  readonly timedOut?: true;
}

/** After so many failures and no answer, more requests tell nothing new; fewer where not even a connection comes about. */
const mostFailures = 10;
const mostUnreachable = 3;

/**
 * Asks as a person at a browser does, one request after the other on connections of their own, until every server has
 * answered, and then for its health.
 *
 * @throws LabError where nothing at all could be asked
 */
export async function verifyServers(url: URL, options: VerifyOptions = {}): Promise<Verification> {
  const { servers = 2, healthPath = "/health", timeoutMs = 10_000 } = options;
  const { answers, failures, asked, timedOut } = await askInTurn(url, options);
  const health = await checkHealth(new URL(healthPath, url), timeoutMs);
  return {
    url: url.href,
    requests: asked,
    answers: ranked(answers).map(([answer, times]) => ({ answer, count: times })),
    failures: ranked(failures).map(([failure, times]) => ({ failure, count: times })),
    health: { path: healthPath, ...health },
    servers,
    passed: isComplete(answers, servers) && failures.size === 0 && health.passed,
    ...(timedOut && { timedOut: true }),
  };
}

interface Heard {
  readonly answers: Map<string, number>;
  readonly failures: Map<string, number>;
  asked: number;
  unreachable: number;
  timedOut: boolean;
}

async function askInTurn(url: URL, options: VerifyOptions): Promise<Heard> {
  const { requests = 100, servers = 2, timeoutMs = 10_000, limitMs = 60_000 } = options;
  const heard: Heard = { answers: new Map(), failures: new Map(), asked: 0, unreachable: 0, timedOut: false };
  const end = performance.now() + limitMs;
  while (heard.asked < requests && !isComplete(heard.answers, servers) && !isHopeless(heard)) {
    const left = Math.ceil(end - performance.now());
    heard.timedOut = left <= 0;
    if (heard.timedOut) break;
    hear(heard, await askServer(url, Math.min(timeoutMs, left)));
  }
  const { asked, unreachable, failures } = heard;
  if (unreachable < asked) return heard;
  const [reason] = failures.keys();
  throw new LabError(`verify: ${url.href} must be reachable, got ${reason}; is the lab up?`);
}

function hear(heard: Heard, reply: Reply): void {
  heard.asked += 1;
  if ("unreachable" in reply) heard.unreachable += 1;
  const failure = failureOf(reply);
  if (failure !== undefined) count(heard.failures, failure);
  else if ("body" in reply) count(heard.answers, reply.body.trim());
}

function isHopeless({ answers, asked, unreachable }: Heard): boolean {
  const most = unreachable === asked ? mostUnreachable : mostFailures;
  return answers.size === 0 && asked >= most;
}

/** Complete is twice around, so that one can see them alternate. */
function isComplete(answers: ReadonlyMap<string, number>, servers: number): boolean {
  return answers.size >= servers && [...answers.values()].every((times) => times >= 2);
}

async function checkHealth(url: URL, timeoutMs: number): Promise<{ passed: boolean; seen: string }> {
  const reply = await askServer(url, timeoutMs);
  if ("unreachable" in reply) return { passed: false, seen: reply.unreachable };
  return { passed: reply.status === 200, seen: `${reply.status} ${reply.body.trim().slice(0, 80)}` };
}

function failureOf(reply: Reply): string | undefined {
  if ("unreachable" in reply) return reply.unreachable;
  const { status, body, fromLoadBalancer, location } = reply;
  if (location !== undefined) return `${status} redirects to ${location}; verify that`;
  if (fromLoadBalancer) return `${status} from the load balancer`;
  return status >= 200 && status < 400 ? undefined : `${status} ${body.trim().slice(0, 80)}`;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function ranked(counts: ReadonlyMap<string, number>): readonly [string, number][] {
  return [...counts].sort(([, one], [, other]) => other - one);
}
