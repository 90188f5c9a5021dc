import {
  type CompiledListener,
  compileListener,
  type ListenerHeaders,
  listenerHeaders,
  type RequestHeaderWriter,
  type ResponseHeaderWriter,
  requestHeaders,
  responseHeaders,
} from "../../alb";
import type { ListenerSetup, LoadBalancerSetup } from "../setup/types";
import type { RunningGroup } from "./running-group";

/** All that decides about the requests of one listener. A request sees one of these from its head to its end. */
export interface ListenerView {
  readonly loadBalancer: LoadBalancerSetup;
  readonly listener: ListenerSetup;
  readonly protocol: "http" | "https";
  readonly rules: CompiledListener;
  readonly groups: ReadonlyMap<string, RunningGroup>;
  readonly headers: ListenerHeaders;
  readonly writeRequest: RequestHeaderWriter;
  readonly writeResponse: ResponseHeaderWriter;
  /** Where a declared port of this load balancer is on this machine; undefined: it is not open. */
  localPort(declared: number): number | undefined;
}

export function viewListener(
  loadBalancer: LoadBalancerSetup,
  listener: ListenerSetup,
  groups: ReadonlyMap<string, RunningGroup>,
  localPort: ListenerView["localPort"],
): ListenerView {
  const protocol = listener.protocol === "HTTPS" ? "https" : "http";
  const headers = listenerHeaders(listener.attributes);
  const { attributes, dnsName } = loadBalancer;
  return {
    loadBalancer,
    listener,
    protocol,
    rules: compileListener(listener, listener.rules),
    groups,
    headers,
    writeRequest: requestHeaders({
      attributes,
      protocol,
      port: listener.port,
      dnsName,
      tlsHeaderNames: headers.tlsHeaderNames,
    }),
    writeResponse: responseHeaders(headers),
    localPort,
  };
}
