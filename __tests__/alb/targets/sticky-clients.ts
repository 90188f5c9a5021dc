import { deriveCookieKey, type StickyGroup, stickinessCookies, stickyTarget } from "../../../lab/alb";

export const key = deriveCookieKey(Buffer.from("a secret of this load balancer"));
export const startMs = Date.UTC(2026, 0, 1);
export const dayMs = 86_400_000;

export function stickyGroup(given: Partial<StickyGroup["stickiness"]> = {}, group = "web"): StickyGroup {
  return { group, stickiness: { enabled: true, type: "lb_cookie", durationSeconds: 86_400, ...given } };
}

/** `name=value` of every Set-Cookie, which is what a browser sends back, in one Cookie header. */
export function sendBack(setCookies: readonly string[]): string[] {
  return setCookies.length === 0 ? [] : [setCookies.map((text) => text.split(";")[0]).join("; ")];
}

export function issue(
  group: StickyGroup,
  target: string,
  {
    cookies = [] as readonly string[],
    setCookies = [] as readonly string[],
    nowMs = startMs,
    secure = false,
  } = {},
): readonly string[] {
  return stickinessCookies(group, { cookies, nowMs, secure }, target, setCookies, key);
}

export function tied(group: StickyGroup, cookies: readonly string[], nowMs = startMs): string | undefined {
  return stickyTarget(group, { cookies, nowMs }, key);
}
