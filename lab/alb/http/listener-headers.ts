/** What the attributes of a listener do to headers (P8, P16). */
export interface ListenerHeaders {
  /** Names and values that replace those of every target. */
  readonly response: readonly (readonly [name: string, value: string])[];
  /** `Server: awselb/2.0` on the load balancer's own answers; default true. */
  readonly server: boolean;
  /** Names of the headers that carry TLS version and cipher. */
  readonly tlsHeaderNames: { readonly version: string; readonly cipher: string };
}

const RESPONSE_HEADERS: Readonly<Record<string, string>> = {
  strict_transport_security: "Strict-Transport-Security",
  access_control_allow_origin: "Access-Control-Allow-Origin",
  access_control_allow_methods: "Access-Control-Allow-Methods",
  access_control_allow_headers: "Access-Control-Allow-Headers",
  access_control_allow_credentials: "Access-Control-Allow-Credentials",
  access_control_expose_headers: "Access-Control-Expose-Headers",
  access_control_max_age: "Access-Control-Max-Age",
  content_security_policy: "Content-Security-Policy",
  x_content_type_options: "X-Content-Type-Options",
  x_frame_options: "X-Frame-Options",
};

/**
 * Reads listener attributes such as `routing.http.response.x_frame_options.header_value`. Empty and unfit values (a line
 * break, a name that is no token) count as not set.
 */
export function listenerHeaders(attributes: Readonly<Record<string, unknown>>): ListenerHeaders {
  const response: [string, string][] = [];
  for (const [key, name] of Object.entries(RESPONSE_HEADERS)) {
    const value = attributes[`routing.http.response.${key}.header_value`];
    if (typeof value === "string" && /^[\t -~]+$/.test(value)) response.push([name, value]);
  }
  return {
    response,
    server: String(attributes["routing.http.response.server.enabled"] ?? true) !== "false",
    tlsHeaderNames: {
      version: headerName(attributes, "x_amzn_tls_version") ?? "x-amzn-tls-version",
      cipher: headerName(attributes, "x_amzn_tls_cipher_suite") ?? "x-amzn-tls-cipher-suite",
    },
  };
}

function headerName(attributes: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const name = attributes[`routing.http.request.${key}.header_name`];
  return typeof name === "string" && /^[-A-Za-z0-9_]{1,63}$/.test(name) ? name : undefined;
}
