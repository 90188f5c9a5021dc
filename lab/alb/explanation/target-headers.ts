import { isUnknown, settle } from "../../topology";
import { type Destination, listenerHeaders, requestHeaders } from "../http";
import type { ListenerQuestion } from "./question";

/** Names and values in turn that a target gets; undefined where an attribute that counts is not known. */
export function targetHeaders(
  { loadBalancer, listener, asked }: ListenerQuestion,
  { authority }: Destination,
): readonly string[] | undefined {
  const {
    dropInvalidHeaderFields,
    preserveHostHeader,
    tlsVersionAndCipherHeaders,
    xffClientPort,
    xffHeaderProcessingMode,
  } = loadBalancer.attributes;
  const settlement = settle({
    dropInvalidHeaderFields,
    preserveHostHeader,
    tlsVersionAndCipherHeaders,
    xffClientPort,
    xffHeaderProcessingMode,
  });
  if (!("settled" in settlement)) return undefined;
  const { protocol, port, headers, sourceIp } = asked;
  const { tlsHeaderNames } = listenerHeaders(listener.attributes);
  const dnsName = isUnknown(loadBalancer.dnsName) ? "(its DNS name)" : loadBalancer.dnsName;
  const write = requestHeaders({ attributes: settlement.settled, protocol, port, dnsName, tlsHeaderNames });
  const tls = { version: "(TLS version)", cipher: "(cipher suite)" };
  const client = { clientAddress: sourceIp, clientPort: 50_000, ...(protocol === "https" && { tls }) };
  const { common, own } = write(headers, authority);
  return [...common, ...own(client, "1-(time)-(random)").headers];
}
