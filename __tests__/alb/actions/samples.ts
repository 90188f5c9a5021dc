import { type ActionContext, deriveCookieKey, type RequestFacts, runActions } from "../../../lab/alb";
import type { Action, ForwardAction, RedirectAction } from "../../../lab/topology";

export const later = { unknown: "known after apply" };

export const context: ActionContext = {
  draw: 0,
  nowMs: Date.UTC(2026, 0, 1),
  version: "1.1",
  cookieKey: deriveCookieKey(Buffer.from("secret")),
};

/** A request for `http://example.com/a/b?q=1`, except for what is given. */
export function request(facts: Partial<RequestFacts> = {}): RequestFacts {
  return {
    method: "GET",
    host: "example.com",
    path: "/a/b",
    query: "q=1",
    header: () => [],
    sourceIp: "192.0.2.1",
    protocol: "http",
    port: 80,
    ...facts,
  };
}

/** Groups `a`, `b`, ... by their weights. */
export function weighted(...weights: readonly number[]): ForwardAction {
  const groups = weights.map((weight, index) => ({ group: { address: "abcde"[index] ?? "" }, weight }));
  return { kind: "forward", groups };
}

/** A redirect of the request's own parts, except for what is given. */
export function redirectTo(parts: Partial<RedirectAction>): RedirectAction {
  return {
    kind: "redirect",
    protocol: "#{protocol}",
    host: "#{host}",
    port: "#{port}",
    path: "/#{path}",
    query: "#{query}",
    statusCode: 301,
    ...parts,
  };
}

export function run(
  actions: Action | readonly Action[],
  facts: Partial<RequestFacts> = {},
  given: Partial<ActionContext> = {},
) {
  return runActions([actions].flat() as readonly Action[], request(facts), { ...context, ...given });
}

/** The value of a header of an answer; undefined when it has none. */
export function headerOf(outcome: ReturnType<typeof run>, name: string): string | undefined {
  if (outcome.kind !== "answer") throw new Error(`no answer but ${JSON.stringify(outcome)}`);
  const at = outcome.headers.findIndex((text, index) => index % 2 === 0 && text === name);
  return at === -1 ? undefined : outcome.headers[at + 1];
}
