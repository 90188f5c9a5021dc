import type { HealthCheck, Settled } from "../../topology";

export type HealthSettings = Settled<HealthCheck>;

/** What is sent to a target to see whether it is healthy. */
export interface ProbeRequest {
  readonly method: "GET";
  /** Of the health check, or of the target where that says `traffic-port` (H2). */
  readonly port: number;
  /** The certificate is not validated then (H22). */
  readonly tls: boolean;
  /** Path and query. */
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

/**
 * The probe of a target.
 *
 * @param target private address and port of its registration, as declared: they make up the Host header (H18)
 */
export function probeRequest(
  settings: HealthSettings,
  target: { readonly address: string; readonly port: number },
): ProbeRequest {
  const port = settings.port === "traffic-port" ? target.port : settings.port;
  const tls = settings.protocol === "HTTPS";
  const address = target.address.includes(":") ? `[${target.address}]` : target.address;
  const host = port === (tls ? 443 : 80) ? address : `${address}:${port}`;
  return {
    method: "GET",
    port,
    tls,
    path: settings.path,
    headers: ["Host", host, "Connection", "close", "User-Agent", "ELB-HealthChecker/2.0"],
  };
}
