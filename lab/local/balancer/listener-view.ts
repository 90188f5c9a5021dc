import {
  type CompiledListener,
  compileListener,
  type ListenerHeaders,
  listenerHeaders,
  requestHeaders,
  responseHeaders,
} from "../../alb";
import type { HeaderBlock, RawHeaders, RequestHead } from "../http";
import type { ListenerSetup, LoadBalancerSetup } from "../setup/types";
import { answerHeaders } from "./answer-headers";
import { type PreparedRequest, requestPreparer } from "./prepare-request";
import type { RunningGroup } from "./running-group";

/** All that decides about the requests of one listener. A request sees one of these from its head to its end. */
export interface ListenerView {
  readonly loadBalancer: LoadBalancerSetup;
  readonly listener: ListenerSetup;
  readonly protocol: "http" | "https";
  readonly rules: CompiledListener;
  readonly groups: ReadonlyMap<string, RunningGroup>;
  readonly headers: ListenerHeaders;
  prepare(head: RequestHead): PreparedRequest;
  /** A target's headers as a client gets them, with values of Set-Cookie added. */
  answerHeaders(headers: RawHeaders, setCookies: readonly string[]): HeaderBlock;
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
  const { port } = listener;
  const { tlsHeaderNames } = headers;
  const writeRequest = requestHeaders({ attributes, protocol, port, dnsName, tlsHeaderNames });
  return {
    loadBalancer,
    listener,
    protocol,
    rules: compileListener(listener, listener.rules),
    groups,
    headers,
    prepare: requestPreparer(attributes, writeRequest),
    answerHeaders: answerHeaders(responseHeaders(headers)),
    localPort,
  };
}
