/** A Host header or the authority of an absolute request target. */
export interface Authority {
  /** As sent. */
  readonly host: string;
  /** 0-65535; absent when there is none, or nothing behind the colon. */
  readonly port?: number;
}

const AUTHORITY = /^(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._~%!$&'()*+,;=-]{1,255})(?::(\d{0,5}))?$/;

/** Undefined: it names no host, such as an empty one, one with a path, a user or a space, or a port over 65535 (P-34). */
export function readAuthority(text: string): Authority | undefined {
  const match = AUTHORITY.exec(text);
  const host = match?.[1];
  const port = match?.[2];
  if (host === undefined) return undefined;
  if (port === undefined || port === "") return { host };
  return Number(port) <= 65_535 ? { host, port: Number(port) } : undefined;
}

/** What host conditions are compared with: lower case, without port and without the dot of the root (R20, R27, P-34). */
export function routingHost({ host }: Authority): string {
  const lower = host.toLowerCase();
  return lower.endsWith(".") ? lower.slice(0, -1) : lower;
}

/**
 * The Host header for a target unless the client's is preserved: lower case (P9), without a port on the listeners 80 and
 * 443, with the listener's port added on others where there is none (P10).
 */
export function rewrittenHost({ host, port }: Authority, listenerPort: number): string {
  const name = host.toLowerCase();
  return listenerPort === 80 || listenerPort === 443 ? name : `${name}:${port ?? listenerPort}`;
}
