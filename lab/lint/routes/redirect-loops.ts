import type { CompiledRule, RequestFacts } from "../../alb";
import { isUnknown, type Listener, type LoadBalancer, type RedirectAction } from "../../topology";
import type { Subject } from "../subject";
import { known } from "../values";
import { type Box, everything, type Test, withinAll } from "./box";
import { comesHere } from "./host-evidence";
import { before, follow, type Journey, startAt } from "./journey";
import { plainRequests } from "./plain-requests";
import { remainder } from "./remainder";
import { hasRulesOfUnknownPlace, routesOf } from "./routes-of";
import { requestOf } from "./witness";

/** A rule whose only action is a redirect. */
export interface Stop {
  readonly listener: Listener;
  readonly rule: CompiledRule;
  readonly action: RedirectAction;
}

/** Redirects that lead into each other for ever. */
export interface RedirectLoop {
  /** Those that are passed again and again. */
  readonly stops: readonly Stop[];
  /** A request that goes round. */
  readonly request: RequestFacts;
  /** What it passes, up to where it has been before. */
  readonly way: readonly Stop[];
  /** False: a host that they lead to may not be one of this load balancer. */
  readonly isSure: boolean;
}

/** Browsers give up after twenty. */
const MOST_REDIRECTS = 20;
const MOST_STEPS = 3_000;

interface Passed {
  readonly stop: Stop;
  /** Where the request was when it came to the stop. */
  readonly journey: Journey;
}

/** Loops among the redirects of one load balancer, each once. */
export class RedirectLoops {
  #steps = 0;
  readonly #stops = new Map<Listener, readonly Stop[]>();
  readonly #listeners: readonly Listener[];

  constructor(
    private readonly subject: Subject,
    private readonly lb: LoadBalancer,
  ) {
    this.#listeners = subject.listenersOf(lb);
  }

  all(): readonly RedirectLoop[] {
    if (hasRulesOfUnknownPlace(this.subject)) return [];
    const loops = new Map<string, RedirectLoop>();
    for (const listener of this.#listeners) {
      for (const start of this.#stopsOf(listener)) {
        const loop = this.#enter(everything, startAt(listener), [], start);
        const key = [...new Set(loop?.stops.map(({ rule }) => rule.address))].sort().join();
        if (loop !== undefined && !loops.has(key)) loops.set(key, loop);
      }
    }
    return [...loops.values()];
  }

  /** Requests of a box, brought somewhere by a journey, meet a stop there. */
  #enter(box: Box, journey: Journey, passed: readonly Passed[], stop: Stop): RedirectLoop | undefined {
    const routes = routesOf(this.subject, journey.listener);
    const { space } = routes;
    const { certain } = routes.regionOf(stop.rule);
    if (certain === undefined) return undefined;
    const tests = certain.map((test) => before(space, journey, test));
    if (tests.includes("never") || tests.includes("unsure")) return undefined;
    const start = passed.length === 0 ? plainRequests(space) : [];
    const inside = withinAll(space, box, [...start, ...tests.filter(isTest)]);
    if (inside === undefined) return undefined;
    const takers = routes.possiblyBefore(stop.rule).flatMap((rule) => {
      const possible = routes.regionOf(rule).possible.map((test) => before(space, journey, test));
      return possible.includes("never") ? [] : [possible.filter(isTest)];
    });
    for (const piece of remainder(space, inside, takers)) {
      if (piece === "unsure" || this.#steps++ > MOST_STEPS) return undefined;
      const loop = this.#leave(piece, [...passed, { stop, journey }]);
      if (loop !== undefined) return loop;
    }
    return undefined;
  }

  /** They follow the redirect of the last stop. */
  #leave(box: Box, passed: readonly Passed[]): RedirectLoop | undefined {
    const { stop, journey } = passed.at(-1) as Passed;
    const next = follow(journey, stop.action, this.#listeners);
    if (next === undefined || this.#evidence(next) === "no") return undefined;
    const been = passed.findIndex((earlier) => isSame(earlier.journey, next));
    // to be where one was before means to stay for ever
    if (been >= 0) return this.#close(box, passed.slice(been), passed);
    if (passed.length >= MOST_REDIRECTS) return this.#close(box, roundOf(passed), passed);
    for (const other of this.#stopsOf(next.listener)) {
      const loop = this.#enter(box, next, passed, other);
      if (loop !== undefined) return loop;
    }
    return undefined;
  }

  /** What is only led into a loop is not part of it: the loop is found where it starts itself. */
  #close(box: Box, round: readonly Passed[], passed: readonly Passed[]): RedirectLoop | undefined {
    const { rule, listener } = (passed[0] as Passed).stop;
    if (!round.some(({ stop }) => stop.rule === rule)) return undefined;
    const scheme = known(listener.protocol) === "HTTPS" ? "https" : "http";
    const request = requestOf(box, { protocol: scheme, port: known(listener.port) ?? 80 });
    if (request === undefined) return undefined;
    const isSure = passed.every(({ journey }) => this.#evidence(journey) === "surely");
    const way = passed.map(({ stop }) => stop);
    return {
      stops: [...new Set(round.map(({ stop }) => stop))],
      request,
      way,
      isSure,
    };
  }

  #evidence({ host }: Journey): ReturnType<typeof comesHere> {
    return host === "kept" ? "surely" : comesHere(this.subject, this.lb, host.fixed);
  }

  #stopsOf(listener: Listener): readonly Stop[] {
    const known = this.#stops.get(listener);
    if (known !== undefined) return known;
    const { rules, defaultRule } = routesOf(this.subject, listener).compiled;
    const stops = [...rules, defaultRule].flatMap((rule) => {
      const action = onlyRedirect(rule);
      return action === undefined ? [] : [{ listener, rule, action }];
    });
    this.#stops.set(listener, stops);
    return stops;
  }
}

/** What is passed in the end, of a path that grows each time; what is passed before only leads there. */
function roundOf(passed: readonly Passed[]): readonly Passed[] {
  return passed.slice(MOST_REDIRECTS / 2);
}

function onlyRedirect({ actions }: CompiledRule): RedirectAction | undefined {
  const [action, ...others] = known(actions) ?? [];
  if (action === undefined || others.length > 0 || isUnknown(action)) return undefined;
  return action.kind === "redirect" ? action : undefined;
}

function isTest(test: Test | string): test is Test {
  return typeof test !== "string";
}

function isSame(one: Journey, other: Journey): boolean {
  const parts = ({ host, path, query }: Journey) => JSON.stringify([host, path, query]);
  return one.listener === other.listener && parts(one) === parts(other);
}
