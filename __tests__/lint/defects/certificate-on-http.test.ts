import { lint } from "../../../lab/lint";
import { certificateOnHttp } from "../../../lab/lint/defects/certificate-on-http";
import { parseTopology } from "../../../lab/topology";
import { findIn, linesIn } from "../support/find";
import { CERTIFICATE, withAdded, withHttps } from "../support/https";
import type { Shape } from "../support/shop";

const withListener = (change: object) => (resource: Shape) => {
  Object.assign(resource.aws_lb_listener.http, change);
};

const POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

it.each([
  [{ certificate_arn: CERTIFICATE }, "certificate_arn"],
  [{ ssl_policy: POLICY }, "ssl_policy"],
  [{ certificate_arn: CERTIFICATE, ssl_policy: POLICY }, "certificate_arn and ssl_policy"],
])("refuses %j on HTTP [B5, R2]", (change, got) => {
  expect(linesIn(certificateOnHttp, withListener(change))).toEqual([
    `aws_lb_listener.http: an HTTP listener must have neither certificate_arn nor ssl_policy, got ${got}; ` +
      `remove ${got}, or set protocol to HTTPS`,
  ]);
});

it("knows that a protocol that is not set is HTTP [TF50]", () => {
  const [finding] = findIn(certificateOnHttp, withHttps({ protocol: undefined }));
  expect(finding).toMatchObject({ address: "aws_lb_listener.https", severity: "error" });
  expect(finding?.message).toMatch(/; protocol is not set, which means HTTP$/);
});

it("refuses a certificate that is declared here", () => {
  const declared = (count?: unknown) => (resource: Shape) => {
    resource.aws_acm_certificate = { shop: { domain_name: "shop.example.com", count } };
    const arn =
      count === undefined ? "${aws_acm_certificate.shop.arn}" : "${one(aws_acm_certificate.shop[*].arn)}";
    withListener({ certificate_arn: arn })(resource);
  };
  expect(findIn(certificateOnHttp, declared())).toHaveLength(1);
  expect(findIn(certificateOnHttp, declared("${var.count}"))).toEqual([]);
});

it.each(["aws_lb_listener_certificate", "aws_alb_listener_certificate"])("refuses %s on HTTP", (type) => {
  expect(linesIn(certificateOnHttp, withAdded({}, "http", type))).toEqual([
    `${type}.further: a certificate must be added to an HTTPS listener, got aws_lb_listener.http, which is HTTP; ` +
      "remove it, or make the listener HTTPS",
  ]);
});

it.each([null, "", "${var.nothing}"])("is silent about %p, which is none or may be", (value) => {
  expect(findIn(certificateOnHttp, withListener({ certificate_arn: value, ssl_policy: value }))).toEqual([]);
});

it("is silent about HTTPS, and about a protocol or a listener that nobody knows", () => {
  expect(findIn(certificateOnHttp, withAdded())).toEqual([]);
  expect(
    findIn(certificateOnHttp, withListener({ protocol: "${var.p}", certificate_arn: CERTIFICATE })),
  ).toEqual([]);
  expect(findIn(certificateOnHttp, withAdded({ listener_arn: "${var.listener_arn}" }))).toEqual([]);
});

it("does not take a policy that the provider has filled into a state for one that somebody wrote", () => {
  const load_balancer_arn =
    "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/1234567890abcdef";
  const idsIn = (settings: object) => {
    const values = { load_balancer_arn, port: 80, protocol: "HTTP", ssl_policy: POLICY, ...settings };
    const listener = {
      address: "aws_lb_listener.http",
      mode: "managed",
      type: "aws_lb_listener",
      name: "http",
      values,
    };
    const state = { format_version: "1.0", values: { root_module: { resources: [listener] } } };
    return lint(parseTopology(JSON.stringify(state)), { defects: [certificateOnHttp] }).findings.map(
      ({ id }) => id,
    );
  };
  expect(idsIn({})).toEqual([]);
  expect(idsIn({ certificate_arn: CERTIFICATE })).toEqual(["certificate-on-http"]);
});
