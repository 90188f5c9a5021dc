import type { IncomingMessage } from "node:http";
import {
  type ControlAction,
  controlActions,
  type DashboardSource,
  type Question,
  type Reply,
} from "./snapshot";

export interface Refusal {
  readonly status: number;
  readonly message: string;
}

const mostBodyBytes = 4096;
const visibleAscii = /^\/[!-~]{0,1023}$/;

/** Does what an allowed POST asks for; undefined when it was done and there is nothing to say. */
export async function act(
  request: IncomingMessage,
  source: DashboardSource,
): Promise<Refusal | Reply | undefined> {
  const body = await readBody(request);
  if (body === undefined) return { status: 413, message: `body: must be at most ${mostBodyBytes} bytes` };
  const { url = "" } = request;
  if (url === "/requests") return ask(request, body, source);
  const [, key, action] = /^\/targets\/([^/?]+)\/([^/?]+)$/.exec(url) ?? [];
  if (key === undefined || action === undefined) return { status: 404, message: "path: must be a control" };
  return control(key, action, source);
}

async function control(key: string, action: string, source: DashboardSource): Promise<Refusal | undefined> {
  if (!isControlAction(action)) {
    return { status: 404, message: `action: must be one of ${controlActions.join(", ")}` };
  }
  const target = decode(key);
  const known = source.snapshot().groups.flatMap(({ targets }) => targets);
  if (!known.some((candidate) => candidate.key === target)) {
    return { status: 404, message: "target: must be one of this lab; reload the page" };
  }
  return done(source.control(target, action).then(() => undefined));
}

async function ask(
  request: IncomingMessage,
  body: string,
  source: DashboardSource,
): Promise<Refusal | Reply | undefined> {
  if (request.headers["content-type"] !== "application/json") {
    return { status: 415, message: "content-type: must be application/json" };
  }
  const question = questionFrom(body);
  if (question === undefined) {
    return {
      status: 400,
      message: "request: must have a listener and a path of printable ASCII that starts with /",
    };
  }
  const listeners = source.snapshot().loadBalancers.flatMap((balancer) => balancer.listeners);
  if (!listeners.some(({ key }) => key === question.listener)) {
    return { status: 404, message: "listener: must be one of this lab; reload the page" };
  }
  return done(source.ask(question));
}

function questionFrom(body: string): Question | undefined {
  const { listener, path } = parse(body);
  const isQuestion = typeof listener === "string" && typeof path === "string" && visibleAscii.test(path);
  return isQuestion ? { listener, path } : undefined;
}

function parse(body: string): Partial<Record<keyof Question, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** What the lab could not do is no failure of the dashboard: its one line goes to the reader. */
async function done<T>(work: Promise<T>): Promise<Refusal | T> {
  try {
    return await work;
  } catch (error) {
    const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    return { status: 409, message: line };
  }
}

/** Undefined when it is too long or ends early; the rest of it is not read. */
function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= mostBodyBytes) chunks.push(chunk);
      else resolve(undefined);
    });
    request.on("end", () => resolve(Buffer.concat(chunks).toString()));
    request.on("close", () => resolve(undefined));
  });
}

function isControlAction(text: string): text is ControlAction {
  return controlActions.some((action) => action === text);
}

function decode(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return "";
  }
}
