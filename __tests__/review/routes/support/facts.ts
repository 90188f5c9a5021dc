import type { RequestFacts } from "../../../../lab/alb";
import type { ExampleRequest } from "../../../../lab/review/routes";

/** An example as a load balancer gets it. */
export function factsOf({ method, url, headers, sourceIp = "192.0.2.1" }: ExampleRequest): RequestFacts {
  const [, protocol, host = "", port, path = "", query = ""] =
    /^(https?):\/\/([^/:]*)(?::(\d+))?(\/[^?]*)(?:\?(.*))?$/s.exec(url) ?? [];
  const isHttps = protocol === "https";
  return {
    protocol: isHttps ? "https" : "http",
    port: port === undefined ? (isHttps ? 443 : 80) : Number(port),
    host,
    path,
    query,
    method,
    sourceIp,
    header: (name) => headers.filter((header) => header.name === name).map(({ value }) => value),
  };
}
