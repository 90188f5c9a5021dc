import { type CookieKey, type Failure, failureStatus, requestEnded, requestStarted } from "../../alb";
import type { Client } from "../clients/client";
import type { Clock } from "../clock/clock";
import type { VisitEnd } from "../machines/visit";
import type { Member, SimulatedGroup } from "./simulated-group";
import { type StickyVisit, tieClient, tiedTarget } from "./stickiness";

/** A request that is forwarded, and all that it needs on its way. */
export interface Errand {
  readonly clock: Clock;
  readonly group: SimulatedGroup;
  readonly client: Client;
  /** Zone of the node that took it; undefined: it reaches the targets of all zones. */
  readonly zone: string | undefined;
  /** Without its query. */
  readonly path: string;
  readonly isSecure: boolean;
  /** Cookies of group stickiness, to be added to the answer. */
  readonly groupCookies: readonly string[];
  readonly cookieKey: CookieKey;
  readonly idleMs: number;
  readonly random: () => number;
  /** Called once; `target` is the key of the one that answered. */
  readonly done: (status: number, target: string | undefined) => void;
}

/** A load balancer gives up connecting after 10 s (P29). */
const connectMs = 10_000;

const failures = {
  broken: "target-closed",
  "timed-out": "target-timeout",
} as const satisfies Record<Exclude<VisitEnd["kind"], "answered">, Failure>;

/** Sends a request to one target after the other until one takes the connection, and waits for its answer. */
export class SimulatedExchange {
  readonly #errand: Errand;
  #tried: Set<string> | undefined;

  private constructor(errand: Errand) {
    this.#errand = errand;
  }

  /** False: the group has no target to send it to. */
  static begin(errand: Errand): boolean {
    const exchange = new SimulatedExchange(errand);
    const member = exchange.#select();
    if (member !== undefined) exchange.#goTo(member);
    return member !== undefined;
  }

  #goTo(member: Member): void {
    const { clock, idleMs, path } = this.#errand;
    const { plan, machine, connections, inFlight } = member.target.running;
    const { nowMs } = clock;
    requestStarted(member);
    const isConnected = connections.take(nowMs, machine.run, idleMs);
    const question = {
      port: plan.port,
      path,
      isProbe: false,
      connectByMs: nowMs + (isConnected ? idleMs : connectMs),
      answerByMs: nowMs + idleMs,
      isBlocked: plan.isBlocked,
    };
    const giveUp = machine.visit(question, (end) => {
      inFlight.delete(breakOff);
      if (end.kind === "answered") this.#answer(member, end.status);
      else this.#fail(member, failures[end.kind]);
    });
    if (giveUp === undefined) {
      this.#refused(member);
      return;
    }
    const breakOff = () => {
      giveUp();
      inFlight.delete(breakOff);
      this.#fail(member, "deregistered");
    };
    inFlight.add(breakOff);
  }

  #refused(member: Member): void {
    const next = this.#another(member);
    if (next === undefined) {
      this.#fail(member, "connect-refused");
      return;
    }
    requestEnded(member, true);
    this.#goTo(next);
  }

  /** No byte was sent, so another target may get it. */
  #another(member: Member): Member | undefined {
    this.#tried ??= new Set();
    this.#tried.add(member.key);
    return this.#select();
  }

  #answer(member: Member, status: number): void {
    const { clock, client, groupCookies, done } = this.#errand;
    const { connections, machine } = member.target.running;
    requestEnded(member, status >= 500);
    connections.keep(clock.nowMs, machine.run);
    client.receive(groupCookies);
    tieClient(this.#visit(), member.key);
    done(status, member.key);
  }

  /** The target is not to blame for its deregistration. */
  #fail(member: Member, failure: Failure): void {
    requestEnded(member, failure === "deregistered" ? undefined : true);
    this.#errand.done(failureStatus(failure), undefined);
  }

  #select(): Member | undefined {
    const { group, clock, zone, random } = this.#errand;
    const sticky = tiedTarget(this.#visit());
    return group.select({
      nowMs: clock.nowMs,
      random,
      tried: this.#tried,
      ...(zone !== undefined && { zone }),
      ...(sticky !== undefined && { sticky }),
    });
  }

  #visit(): StickyVisit {
    const { group, client, clock, isSecure, cookieKey } = this.#errand;
    return { group: group.plan, client, nowMs: clock.nowMs, isSecure, cookieKey };
  }
}
