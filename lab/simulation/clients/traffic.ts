import { deriveCookieKey, type RequestFacts, runActions, takesProtocol } from "../../alb";
import { SimulatedExchange } from "../balancer/simulated-exchange";
import { randomStream } from "../clock/random";
import { SimulationError } from "../simulation-error";
import type { World } from "../world";
import type { AskedRequest } from "./asked-request";
import { Client } from "./client";
import { drawRequest, type RequestMix } from "./request-mix";

/** The requests of a run. */
export class Traffic {
  /** What is asked from now on, and which rules answer. */
  mix: RequestMix;
  readonly #world: World;
  readonly #clients: readonly Client[];
  readonly #draws: { readonly [Purpose in "arrivals" | "mix" | "groups" | "targets"]: () => number };
  readonly #cookieKey;
  #asked = 0;

  constructor(world: World, mix: RequestMix) {
    const { seed, clients, keepsConnections } = world.settings;
    const lifetimeMs = world.plan.loadBalancer.clientKeepAliveSeconds * 1000;
    this.#world = world;
    this.mix = mix;
    this.#clients = Array.from({ length: clients }, () => new Client({ keepsConnections, lifetimeMs }));
    const draw = (purpose: string) => randomStream(seed, purpose);
    this.#draws = {
      arrivals: draw("arrivals"),
      mix: draw("mix"),
      groups: draw("groups"),
      targets: draw("targets"),
    };
    this.#cookieKey = deriveCookieKey(Buffer.from(String(seed)));
  }

  /** Asks from now until then. */
  begin(endMs: number): void {
    this.#next(0, endMs);
  }

  #next(atMs: number, endMs: number): void {
    if (atMs >= endMs) return;
    this.#world.clock.at(atMs, () => {
      this.#ask();
      const { arrivals, requestsPerSecond } = this.#world.settings;
      const evenMs = (this.#asked * 1000) / requestsPerSecond;
      const gapMs = () => (-Math.log(1 - this.#draws.arrivals()) * 1000) / requestsPerSecond;
      this.#next(arrivals === "even" ? evenMs : atMs + gapMs(), endMs);
    });
  }

  #ask(): void {
    const { clock, tally } = this.#world;
    const client = this.#clients[this.#asked % this.#clients.length] as Client;
    this.#asked += 1;
    const asked = drawRequest(this.mix, this.#draws.mix);
    const facts = withCookies(asked.facts, client.cookies);
    const request = tally.ask(clock.nowMs);
    const outcome = runActions(asked.rule.actions, facts, {
      draw: this.#draws.groups(),
      nowMs: clock.nowMs,
      version: "1.1",
      cookieKey: this.#cookieKey,
    });
    const done = (status: number, target?: string) => tally.end(request, status, target);
    if (outcome.kind === "answer") done(outcome.status);
    else if (outcome.kind === "unknown")
      throw new SimulationError(
        `${asked.rule.address}: must be known to be simulated, got unknown ${outcome.reason}; simulate a plan`,
      );
    else this.#forward(asked, facts, client, outcome, done);
  }

  #forward(
    { rule }: AskedRequest,
    facts: RequestFacts,
    client: Client,
    { group: link, setCookies }: { readonly group: object; readonly setCookies: readonly string[] },
    done: (status: number, target?: string) => void,
  ): void {
    const { clock, groups, zones, plan } = this.#world;
    const group = "address" in link ? groups.get(String(link.address)) : undefined;
    if (group === undefined)
      throw new SimulationError(
        `${rule.address}: must forward to a target group of servers in the same input, got ${JSON.stringify(link)}`,
      );
    const { protocolVersion, attributes } = group.plan.group;
    if (!takesProtocol(protocolVersion, { version: "1.1", method: facts.method, grpc: false })) {
      done(464);
      return;
    }
    const isForwarded = SimulatedExchange.begin({
      clock,
      group,
      client,
      zone: attributes.crossZone === "false" ? client.zone(zones, clock.nowMs) : undefined,
      path: facts.path,
      isSecure: facts.protocol === "https",
      groupCookies: setCookies,
      cookieKey: this.#cookieKey,
      idleMs: plan.loadBalancer.idleTimeoutSeconds * 1000,
      random: this.#draws.targets,
      done,
    });
    if (!isForwarded) done(503);
  }
}

function withCookies(facts: RequestFacts, cookies: readonly string[]): RequestFacts {
  if (cookies.length === 0) return facts;
  return { ...facts, header: (name) => (name === "cookie" ? cookies : facts.header(name)) };
}
