import type { PropChecks } from "../checks/prop-checks";
import { isToken } from "../checks/values";
import type { ListenerKind } from "./action-checks";
import type { RedirectAction } from "./actions";

const PLACEHOLDERS = {
  host: ["host"],
  path: ["host", "path", "port"],
  query: ["protocol", "host", "port", "path", "query"],
} as const;

/** Reports a redirect that would lead to itself or back to HTTP, and placeholders in the wrong part. */
export function checkRedirect(check: PropChecks, { redirect }: RedirectAction, listener: ListenerKind): void {
  for (const part of ["host", "path", "query"] as const) checkPlaceholders(check, part, redirect[part] ?? "");
  if (listener.protocol === "HTTPS" && redirect.protocol === "HTTP") {
    const rule = "redirect.protocol must not be HTTP on an HTTPS listener, got HTTP";
    check.refuse("redirect-downgrade", `${rule}; use HTTPS`);
  }
  if (changesNothing(redirect, listener)) {
    const rule = `redirect must lead elsewhere than ${listener.protocol} ${listener.port}, got a loop`;
    check.refuse("redirect-loop", `${rule}; change protocol, host, port or path`);
  }
}

function checkPlaceholders(check: PropChecks, part: "host" | "path" | "query", value: string): void {
  if (isToken(value)) return;
  const allowed: readonly string[] = PLACEHOLDERS[part].map((name) => `#{${name}}`);
  for (const [marker] of value.matchAll(/#\{\w*\}?/g)) {
    if (allowed.includes(marker)) continue;
    const rule = `redirect.${part} must hold no placeholder but ${allowed.join(", ")}`;
    check.refuse("redirect-placeholder", `${rule}, got ${marker}; correct it`);
  }
}

function changesNothing(redirect: RedirectAction["redirect"], listener: ListenerKind): boolean {
  const same = (value: unknown, ...unchanged: unknown[]) => value === undefined || unchanged.includes(value);
  return (
    same(redirect.protocol, "#{protocol}", listener.protocol) &&
    same(redirect.port, "#{port}", listener.port) &&
    same(redirect.host, "#{host}") &&
    same(redirect.path, "/#{path}")
  );
}
