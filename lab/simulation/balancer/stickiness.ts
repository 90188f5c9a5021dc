import { type CookieKey, stickinessCookies, stickyTarget } from "../../alb";
import type { Client } from "../clients/client";
import type { GroupPlan } from "../setup/types";

/** A request of a client at a target group with stickiness. */
export interface StickyVisit {
  readonly group: GroupPlan;
  readonly client: Client;
  readonly nowMs: number;
  readonly isSecure: boolean;
  readonly cookieKey: CookieKey;
}

/** Key of the target that a client is tied to. */
export function tiedTarget({ group, client, nowMs, cookieKey }: StickyVisit): string | undefined {
  const { stickiness } = group.group.attributes;
  if (!stickiness.enabled) return undefined;
  if (stickiness.type === "app_cookie")
    return stickyTarget(stickyGroup(group), { cookies: client.cookies, nowMs }, cookieKey);
  const { tie } = client;
  return tie !== undefined && tie.group === group.address && nowMs < tie.untilMs ? tie.target : undefined;
}

/** Ties a client to the target that has answered it. An application with a cookie of its own sets it in every answer. */
export function tieClient(visit: StickyVisit, target: string): void {
  const { group, client, nowMs, isSecure, cookieKey } = visit;
  const { stickiness } = group.group.attributes;
  const { enabled, type, cookieName, durationSeconds } = stickiness;
  if (!enabled) return;
  if (type !== "app_cookie") {
    client.tie = { group: group.address, target, untilMs: nowMs + durationSeconds * 1000 };
    return;
  }
  const own = cookieName === undefined ? [] : [`${cookieName}=1`];
  const request = { cookies: client.cookies, nowMs, secure: isSecure };
  client.receive([...own, ...stickinessCookies(stickyGroup(group), request, target, own, cookieKey)]);
}

function stickyGroup({ address, group }: GroupPlan) {
  return { group: address, stickiness: group.attributes.stickiness };
}
