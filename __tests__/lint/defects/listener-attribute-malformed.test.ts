import { listenerAttributeMalformed } from "../../../lab/lint/defects/listener-attribute-malformed";
import { findIn, linesIn } from "../support/find";
import { withHttps } from "../support/https";
import type { Shape } from "../support/shop";

const CSP = "routing_http_response_content_security_policy_header_value";
const VERSION = "routing_http_request_x_amzn_tls_version_header_name";

it.each(["a\r\nSet-Cookie: x=1", "a\nb", "a\0b", "default-src 'self' – all", "DENY\x7f"])(
  "refuses %j as a value of a header [TF57, P8]",
  (value) => {
    expect(linesIn(listenerAttributeMalformed, withHttps({ [CSP]: value }))).toEqual([
      expect.stringMatching(
        /^aws_lb_listener\.https: routing_http_response_content_security_policy_header_value must be printable ASCII on one line, got "[^\n]*"; remove line breaks, other control/,
      ),
    ]);
  },
);

it.each(["X Version", "X-Version:", "X-Vérsion", "X/Version", '"x"', "x\n"])(
  "refuses %j as a name [TF57]",
  (name) => {
    const found = findIn(listenerAttributeMalformed, withHttps({ [VERSION]: name }));
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining(`${VERSION} must be the name of a header`),
    ]);
  },
);

it("refuses more than 1 KB, in bytes [P8]", () => {
  expect(findIn(listenerAttributeMalformed, withHttps({ [CSP]: "a".repeat(1024) }))).toEqual([]);
  const [finding, ...others] = findIn(listenerAttributeMalformed, withHttps({ [CSP]: "a".repeat(1025) }));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    severity: "error",
    message: `${CSP} must be at most 1024 bytes, got 1025`,
  });
  const wide = withHttps({ [CSP]: "é".repeat(513) });
  expect(findIn(listenerAttributeMalformed, wide)[0]?.message).toContain("got 1026");
});

it("judges each of the arguments of a listener", () => {
  const all = {
    routing_http_response_strict_transport_security_header_value: "a\nb",
    routing_http_response_access_control_allow_origin_header_value: "ü",
    routing_http_response_x_frame_options_header_value: "DENY\r",
    routing_http_request_x_amzn_mtls_clientcert_leaf_header_name: "a b",
    routing_http_request_x_amzn_tls_cipher_suite_header_name: "a:b",
  };
  expect(findIn(listenerAttributeMalformed, withHttps(all))).toHaveLength(5);
  const plain = (resource: Shape) => Object.assign(resource.aws_lb_listener.http, { [CSP]: "a\nb" });
  expect(findIn(listenerAttributeMalformed, plain)).toHaveLength(1);
});

it("warns of names of TLS headers on HTTP, where they do nothing [P7, P8, TF57]", () => {
  const http = withHttps({ protocol: "HTTP", [VERSION]: "X-Version" });
  expect(findIn(listenerAttributeMalformed, http)).toMatchObject([
    {
      severity: "warning",
      message: `${VERSION} must be on an HTTPS listener, got it on HTTP, where it does nothing`,
      fix: `remove ${VERSION}, or make the listener HTTPS`,
    },
  ]);
});

it("warns of an ALPN policy, which network load balancers have [TF58]", () => {
  expect(findIn(listenerAttributeMalformed, withHttps({ alpn_policy: "HTTP2Preferred" }))).toMatchObject([
    {
      severity: "warning",
      message: 'alpn_policy must be on a TLS listener of a network load balancer, got "HTTP2Preferred"',
    },
  ]);
  const network = (resource: Shape) => {
    resource.aws_lb.shop.load_balancer_type = "network";
    withHttps({ protocol: "TLS", alpn_policy: "HTTP2Preferred" })(resource);
  };
  expect(findIn(listenerAttributeMalformed, network)).toEqual([]);
});

it.each([
  { [CSP]: "default-src 'self'; img-src *\t; report-to x" },
  { [CSP]: "${var.policy}" },
  { [CSP]: null },
  { [CSP]: "" },
  { [CSP]: " DENY " },
  { routing_http_response_access_control_max_age_header_value: 600 },
  { routing_http_response_server_enabled: false },
  { [VERSION]: "X-Version" },
  { [VERSION]: "x_version.1" },
  { [VERSION]: "" },
  { [VERSION]: "${var.name}" },
  { alpn_policy: null },
  { alpn_policy: "${var.policy}" },
])("takes %j", (change) => {
  expect(findIn(listenerAttributeMalformed, withHttps(change))).toEqual([]);
});
