import { requestEnded, requestStarted, stickinessCookies, stickyTarget } from "../../alb";
import type { Endpoint, Exchange, ExchangeEnd, Failure, Forwarding, HeaderBlock, RawHeaders } from "../http";
import { headerValues } from "./request-facts";
import type { RequestRecord } from "./request-record";
import type { Member, RunningGroup } from "./running-group";

/** What a request carries on its way to a target group. */
export interface Errand {
  readonly group: RunningGroup;
  readonly record: RequestRecord;
  readonly commonHeaders: HeaderBlock;
  readonly ownHeaders: RawHeaders;
  readonly target: string;
  /** A framing doubt was let through. */
  readonly closeAfter: boolean;
  /** Zone of the node that took the request; undefined: it reaches the targets of all zones. */
  readonly zone: string | undefined;
  /** Cookies of group stickiness, to be added to the answer. */
  readonly groupCookies: readonly string[];
}

/** Ends of which the target is not to blame. */
const blameless: ReadonlySet<Failure> = new Set<Failure>([
  "client-aborted",
  "client-body-incomplete",
  "client-stalled",
  "request-timeout",
  "malformed-request",
  "shutting-down",
  "deregistered",
]);

/** A request that a target answers, or should. */
export class ForwardedExchange implements Exchange, Forwarding {
  readonly kind = "forward";
  readonly commonHeaders: HeaderBlock;
  readonly ownHeaders: RawHeaders;
  readonly target: string;
  readonly closeAfter: boolean;
  endpoint: Endpoint;
  readonly #errand: Errand;
  #member: Member;
  #tried: Set<string> | undefined;

  /** The exchange with the first target; undefined: the group has none to send it to. */
  static begin(errand: Errand): ForwardedExchange | undefined {
    const member = select(errand, undefined);
    return member && new ForwardedExchange(errand, member);
  }

  private constructor(errand: Errand, member: Member) {
    this.#errand = errand;
    this.commonHeaders = errand.commonHeaders;
    this.ownHeaders = errand.ownHeaders;
    this.target = errand.target;
    this.closeAfter = errand.closeAfter;
    this.#member = member;
    this.endpoint = this.#goTo(member);
  }

  get decision(): Forwarding {
    return this;
  }

  another(): Endpoint | undefined {
    this.#tried ??= new Set();
    this.#tried.add(this.#member.key);
    const next = select(this.#errand, this.#tried);
    if (!next) return undefined;
    this.#leave(true);
    this.endpoint = this.#goTo(next);
    return this.endpoint;
  }

  responseHeaders(headers: RawHeaders): HeaderBlock {
    const { group, record, groupCookies } = this.#errand;
    const { stickiness } = group.setup.group.attributes;
    const { view } = record;
    if (!stickiness.enabled) return view.answerHeaders(headers, groupCookies);
    const request = {
      cookies: record.cookies,
      nowMs: record.context.now(),
      secure: view.protocol === "https",
    };
    const cookies = stickinessCookies(
      { group: group.setup.address, stickiness },
      request,
      this.#member.key,
      headerValues(headers, "set-cookie"),
      record.context.cookieKey,
    );
    return view.answerHeaders(headers, [...groupCookies, ...cookies]);
  }

  end(end: ExchangeEnd): void {
    const isBlameless = end.failure !== undefined && blameless.has(end.failure);
    this.#leave(isBlameless ? undefined : end.failure !== undefined || (end.targetStatus ?? 0) >= 500);
    const { running } = this.#member.target;
    if (end.targetStatus !== undefined) running.answered += 1;
    this.#errand.record.finish(end, { group: this.#errand.group, target: running });
  }

  #goTo(member: Member): Endpoint {
    this.#member = member;
    requestStarted(member);
    return member.target.running.endpoint;
  }

  #leave(failed: boolean | undefined): void {
    requestEnded(this.#member, failed);
    this.#errand.group.requestEnded(this.#member.target.running);
  }
}

function select({ group, record, zone }: Errand, tried: ReadonlySet<string> | undefined): Member | undefined {
  const { stickiness } = group.setup.group.attributes;
  const { context } = record;
  const sticky = stickiness.enabled
    ? stickyTarget(
        { group: group.setup.address, stickiness },
        { cookies: record.cookies, nowMs: context.now() },
        context.cookieKey,
      )
    : undefined;
  return group.select({
    nowMs: performance.now(),
    random: context.random,
    zone,
    sticky,
    tried,
  });
}
