import { type CookieKey, readBinding, readCookie, renderBinding } from "../cookies";
import { readAppBindings, renderAppBindings } from "./app-cookie";
import type { GroupAttributes } from "./pool";

/** A group, as its stickiness cookies see it. */
export interface StickyGroup {
  /** Identity of the group, such as its Terraform address. */
  readonly group: string;
  readonly stickiness: GroupAttributes["stickiness"];
}

/** The request of a client, as far as stickiness goes. */
export interface StickyRequest {
  /** Values of its `Cookie` headers. */
  readonly cookies: readonly string[];
  readonly nowMs: number;
  /** It came over HTTPS. */
  readonly secure: boolean;
}

/**
 * Key of the target that a client is tied to; selection follows it only while the target is one to choose (S25, S26).
 *
 * @returns undefined without stickiness, and without a cookie of this load balancer for this group that is still valid
 */
export function stickyTarget(
  { group, stickiness }: StickyGroup,
  { cookies, nowMs }: Pick<StickyRequest, "cookies" | "nowMs">,
  key: CookieKey,
): string | undefined {
  if (!stickiness.enabled || cookies.length === 0) return undefined;
  if (stickiness.type !== "app_cookie") {
    const binding = readBinding("AWSALB", cookies, key, nowMs);
    return binding?.group === group ? binding.target : undefined;
  }
  // Both cookies must come back (S27).
  const { cookieName } = stickiness;
  if (cookieName === undefined || readCookie(cookies, cookieName) === undefined) return undefined;
  return readAppBindings(cookies, key, nowMs).find((binding) => binding.group === group)?.target;
}

/**
 * The `Set-Cookie` values to add to a response, which tie the client to the target that gave it. They are renewed with
 * every response (S23).
 *
 * @param target key of the target
 * @param setCookies values of the `Set-Cookie` headers of its response, which pass through as they are (S27)
 */
export function stickinessCookies(
  sticky: StickyGroup,
  request: StickyRequest,
  target: string,
  setCookies: readonly string[],
  key: CookieKey,
): readonly string[] {
  const { group, stickiness } = sticky;
  if (!stickiness.enabled) return [];
  const untilMs = request.nowMs + stickiness.durationSeconds * 1000;
  const binding = { group, target, untilMs };
  if (stickiness.type !== "app_cookie") return renderBinding("AWSALB", binding, key, request);
  if (stickiness.cookieName === undefined) return [];
  const known = readAppBindings(request.cookies, key, request.nowMs);
  const inSession = stickyTarget(sticky, request, key) !== undefined;
  if (inSession || setCookies.some(isNamed(stickiness.cookieName)))
    return renderAppBindings([binding, ...known.filter((other) => other.group !== group)], key, request);
  return known.length > 0 ? [] : renderAppBindings([], key, request);
}

function isNamed(name: string): (setCookie: string) => boolean {
  return (setCookie) => {
    const equals = setCookie.indexOf("=");
    return equals !== -1 && setCookie.slice(0, equals).trim() === name;
  };
}
