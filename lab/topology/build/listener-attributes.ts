import { isUnknown, type Knowable } from "../known";
import type { Fields } from "./fields";

/** Attributes of a listener by the middle of their names: `x_amzn_tls_version` and the like. */
const requestHeaderNames = [
  "x_amzn_mtls_clientcert",
  "x_amzn_mtls_clientcert_issuer",
  "x_amzn_mtls_clientcert_leaf",
  "x_amzn_mtls_clientcert_serial_number",
  "x_amzn_mtls_clientcert_subject",
  "x_amzn_mtls_clientcert_validity",
  "x_amzn_tls_cipher_suite",
  "x_amzn_tls_version",
];

const responseHeaderValues = [
  "access_control_allow_credentials",
  "access_control_allow_headers",
  "access_control_allow_methods",
  "access_control_allow_origin",
  "access_control_expose_headers",
  "access_control_max_age",
  "content_security_policy",
  "strict_transport_security",
  "x_content_type_options",
  "x_frame_options",
];

/** What is set, and whether the `Server` header is sent, which is on by default (TF57). */
export function buildListenerAttributes(
  fields: Fields,
  protocol: Knowable<string>,
): Readonly<Record<string, Knowable<string | boolean>>> {
  const texts = [
    ...requestHeaderNames.map((name) => ["request", name, "header_name"] as const),
    ...responseHeaderValues.map((name) => ["response", name, "header_value"] as const),
  ].flatMap(([side, name, what]) => {
    const text = fields.textIfSet(`routing_http_${side}_${name}_${what}`);
    return text === undefined ? [] : [[`routing.http.${side}.${name}.${what}`, text] as const];
  });
  const isHttp = !isUnknown(protocol) && /^HTTPS?$/.test(protocol);
  const server = isHttp
    ? fields.flag("routing_http_response_server_enabled", true)
    : fields.flagIfSet("routing_http_response_server_enabled");
  return {
    ...Object.fromEntries(texts),
    ...(server === undefined ? {} : { "routing.http.response.server.enabled": server }),
  };
}
