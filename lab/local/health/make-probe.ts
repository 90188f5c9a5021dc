import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { ProbeOutcome, ProbeRequest } from "../../alb";

/** Where a probe goes on this machine. */
export interface ProbeEndpoint {
  readonly host: string;
  readonly port: number;
  /** Security groups keep the load balancer out: nothing ever answers. */
  readonly blackhole: boolean;
}

export interface ProbeReport {
  readonly outcome: ProbeOutcome;
  /** How it looked from here, such as `200` or `connection refused`. */
  readonly seen: string;
}

/**
 * Makes one probe on a connection of its own, which is closed afterwards (H20). Connecting, answer and body together
 * have `timeoutMs`. Never rejects.
 *
 * @param abort ends the probe and whatever it has opened; aborted before its end, it is reported as an internal error
 */
export function makeProbe(
  endpoint: ProbeEndpoint,
  probe: ProbeRequest,
  timeoutMs: number,
  abort: AbortController,
): Promise<ProbeReport> {
  return new Promise((settle) => {
    const done = (report: ProbeReport) => {
      clearTimeout(timer);
      settle(report);
      abort.abort();
    };
    const timer = setTimeout(
      () => done({ outcome: { kind: "timed-out" }, seen: "no answer in time" }),
      timeoutMs,
    );
    const givenUp = { outcome: { kind: "internal-error" }, seen: "given up" } as const;
    abort.signal.addEventListener("abort", () => done(givenUp), { once: true });
    if (!endpoint.blackhole) ask(endpoint, probe, abort.signal, done);
  });
}

function ask(
  { host, port }: ProbeEndpoint,
  { method, path, tls, headers }: ProbeRequest,
  signal: AbortSignal,
  done: (report: ProbeReport) => void,
): void {
  const send = tls ? requestHttps : requestHttp;
  const options = {
    host,
    port,
    method,
    path,
    headers,
    signal,
    agent: false,
    setHost: false,
    maxHeaderSize: 32_768,
  };
  try {
    const request = send({ ...options, ...(tls && { rejectUnauthorized: false }) }, (response) => {
      const status = response.statusCode ?? 0;
      response.once("end", () => done({ outcome: { kind: "answered", status }, seen: String(status) }));
      response.once("error", (error) => done(failed(error)));
      response.resume();
    });
    request.once("upgrade", (_response, socket) => {
      socket.destroy();
      done({ outcome: { kind: "malformed" }, seen: "an upgrade that nobody asked for" });
    });
    request.on("error", (error) => done(failed(error)));
    request.end();
  } catch (error) {
    // Node refuses a path or a header that it cannot send; the settings are at fault, not the target.
    done({ outcome: { kind: "internal-error" }, seen: (error as Error).message });
  }
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: "connection refused",
  ECONNRESET: "connection closed before an answer",
  EPIPE: "connection closed before an answer",
  EHOSTUNREACH: "host unreachable",
  EPROTO: "no TLS there",
};

function failed(error: NodeJS.ErrnoException): ProbeReport {
  const { code = "", message } = error;
  const kind = code.startsWith("HPE_") ? "malformed" : "connection-failed";
  // Only who speaks TLS sends an alert.
  const isAlert = code === "EPROTO" && message.includes(" alert ");
  const isOther = kind === "malformed";
  const seen = isAlert
    ? "TLS handshake refused"
    : (words[code] ?? (isOther ? "an answer that is no HTTP" : message));
  return { outcome: { kind }, seen };
}
