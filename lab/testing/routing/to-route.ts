import { type Judgement, type MatcherContext, type MatcherResult, resultOf } from "../judgement";
import { shown } from "../words";
import { type Asked, ask } from "./ask";
import type { Expected, ExpectedWay, RouteOptions } from "./expected";
import { judgeOver } from "./judge-over";
import { judgeTo } from "./judge-to";

/** What is still to be said of a request. */
export interface RouteAssertion {
  /**
   * Where the request must end: at a target group, which gets all of it; at groups with these shares; at a redirect; or
   * at an answer of the load balancer itself.
   */
  to(expected: Expected): RouteAssertion;
  /** By which listener, certificate and TLS policy it must come in. */
  over(expected: ExpectedWay): RouteAssertion;
}

export interface RouteMatchers<R> {
  /**
   * What happens to a request, said by `.to(...)` and `.over(...)` behind it. Security groups, listeners, rules and
   * registered targets are followed; a way that ends in a time-out, a 503 or a 504 leads to no group. After `not` only
   * one of the two may be said.
   */
  toRoute(
    request: string,
    options?: RouteOptions,
  ): R extends Promise<unknown> ? Promise<RouteAssertion> : RouteAssertion;
}

type Report = (result: MatcherResult) => void;

/** Requests of which nothing has been said yet, and which would otherwise be a test that cannot fail. */
const open = new Map<object, Error>();

/** Throws for what was begun and not finished, with where it was begun, and forgets it. */
export function assertRoutesFinished(): void {
  const [unfinished] = open.values();
  open.clear();
  if (unfinished !== undefined) throw unfinished;
}

/**
 * Jest lets a matcher answer later, by anything that has a `then`: it is handed the function that takes the result, and
 * whatever it returns is returned to the test. So `.to` can report when it is called, with no promise to await.
 */
export function toRoute(
  this: MatcherContext,
  received: unknown,
  request: string,
  options?: RouteOptions,
): MatcherResult {
  const unfinished = new Error(
    `toRoute(${shown(request)}): must be followed by .to(...) or .over(...), got nothing`,
  );
  const later = {
    // biome-ignore lint/suspicious/noThenProperty: this is how a matcher of Jest returns something
    then: (report: Report) => ({
      catch: () => routeAssertion(this, report, unfinished, () => ask(received, request, options)),
    }),
  };
  return later as unknown as MatcherResult;
}

function routeAssertion(
  context: MatcherContext,
  report: Report,
  unfinished: Error,
  asked: () => Asked,
): RouteAssertion {
  let said = 0;
  const say = (judge: () => Judgement) => {
    open.delete(assertion);
    said += 1;
    report(context.isNot && said > 1 ? refusal : resultOf(judge, context));
    return assertion;
  };
  const assertion: RouteAssertion = {
    to: (expected) => say(() => judgeTo(asked(), expected)),
    over: (expected) => say(() => judgeOver(asked(), expected)),
  };
  open.set(assertion, unfinished);
  return assertion;
}

/** `not` of two things could mean either. */
const refusal: MatcherResult = {
  pass: true,
  message: () =>
    "not.toRoute: must be followed by one of .to(...) and .over(...), got both; say each by itself",
};
