import { readCookie } from "./cookie-header";
import { type Binding, type CookieKey, openCookie, sealCookie } from "./seal";

/** Cookies that come in two: the plain one and its twin for requests from other sites (S21, R48). */
export type PairedCookie = "AWSALB" | "AWSALBTG";

/** Seven days, whatever the configured duration is (S23). */
export const cookieLifetimeMs = 7 * 24 * 60 * 60 * 1000;

/**
 * What the client of a request is tied to. The twin wins over the plain cookie (S24), also when it cannot be opened.
 *
 * @returns undefined without a cookie, with one that this load balancer did not make, and with an expired one
 */
export function readBinding(
  name: PairedCookie,
  cookieHeaders: readonly string[],
  key: CookieKey,
  nowMs: number,
): Binding | undefined {
  if (cookieHeaders.length === 0) return undefined;
  const value = readCookie(cookieHeaders, `${name}CORS`) ?? readCookie(cookieHeaders, name);
  const binding = value === undefined ? undefined : openCookie(name, value, key);
  return binding !== undefined && nowMs < binding.untilMs ? binding : undefined;
}

/** The two `Set-Cookie` values that tie a client: the plain cookie, then its twin (S21, S22). */
export function renderBinding(
  name: PairedCookie,
  binding: Binding,
  key: CookieKey,
  { nowMs, secure }: { readonly nowMs: number; readonly secure: boolean },
): readonly [string, string] {
  const value = sealCookie(name, binding, key);
  const rest = `=${value}; Expires=${new Date(nowMs + cookieLifetimeMs).toUTCString()}; Path=/`;
  return [`${name}${rest}`, `${name}CORS${rest}; SameSite=None${secure ? "; Secure" : ""}`];
}
