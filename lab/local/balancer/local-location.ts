import type { RawHeaders } from "../http";

/**
 * Leads a client that came to a port of this machine to another one of it: where 80 is at 8080, a redirect of
 * `http://localhost:8080` to port 443 leads to 8443. A client that asks by the declared port gets what AWS would write.
 *
 * @param headers of a redirect
 * @param host that the client asked for, without port
 * @param localPort where a declared port of the same load balancer is on this machine
 */
export function withLocalLocation(
  headers: RawHeaders,
  host: string,
  localPort: (declared: number) => number | undefined,
): RawHeaders {
  return headers.map((text, index) => {
    const isLocation = index % 2 === 1 && headers[index - 1]?.toLowerCase() === "location";
    return isLocation ? localLocation(text, host, localPort) : text;
  });
}

function localLocation(
  location: string,
  host: string,
  localPort: (declared: number) => number | undefined,
): string {
  const [, scheme = "", name = "", declared = "", rest = ""] =
    /^(https?:\/\/)(\[[^\]]*\]|[^:/?#]*):(\d+)(.*)$/s.exec(location) ?? [];
  const port = name.toLowerCase() === host.toLowerCase() ? localPort(Number(declared)) : undefined;
  return port === undefined ? location : `${scheme}${name}:${port}${rest}`;
}
