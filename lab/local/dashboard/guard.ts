import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** By which names a browser reaches the dashboard, so that no other site's page does (P-69). */
export interface Door {
  readonly hosts: readonly string[];
  readonly origins: readonly string[];
}

export function doorAt(port: number): Door {
  const hosts = ["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${port}`);
  return { hosts, origins: hosts.map((host) => `http://${host}`) };
}

/** A name that another site pointed at this machine (DNS rebinding) is not one of ours. */
export function isOurHost(request: IncomingMessage, door: Door): boolean {
  const hosts = valuesOf(request, "host");
  return hosts.length === 1 && door.hosts.includes(hosts[0]?.toLowerCase() ?? "");
}

/** Browsers say which page is asking; a program that is no browser says nothing. */
export function isFromOurPage(request: IncomingMessage, door: Door): boolean {
  const origins = valuesOf(request, "origin");
  const sites = valuesOf(request, "sec-fetch-site");
  return (
    origins.every((origin) => door.origins.includes(origin)) &&
    sites.every((site) => site === "same-origin" || site === "none")
  );
}

/** Takes the same time however much of the token is right. */
export function hasToken(request: IncomingMessage, token: string): boolean {
  const sent = valuesOf(request, "x-alb-lab-token");
  return sent.length === 1 && timingSafeEqual(digest(sent[0] ?? ""), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Every value as sent: Node.js joins or drops repeated headers. */
function valuesOf({ rawHeaders }: IncomingMessage, name: string): string[] {
  return rawHeaders.filter((_value, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
}
