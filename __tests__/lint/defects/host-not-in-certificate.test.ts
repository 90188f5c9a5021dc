import { hostNotInCertificate } from "../../../lab/lint/defects/host-not-in-certificate";
import { findIn, linesIn } from "../support/find";
import { CERTIFICATE, withHttps } from "../support/https";
import type { Shape } from "../support/shop";

/** An HTTPS listener with a certificate of these names, and a rule for these hosts. */
const withHosts =
  (values: unknown, names: readonly unknown[] = ["shop.example.com"], certificate: object = {}) =>
  (resource: Shape) => {
    const [domain_name, ...subject_alternative_names] = names;
    resource.aws_acm_certificate = { shop: { domain_name, subject_alternative_names, ...certificate } };
    withHttps({ certificate_arn: "${aws_acm_certificate.shop.arn}" })(resource);
    Object.assign(resource.aws_lb_listener_rule.api, {
      listener_arn: "${aws_lb_listener.https.arn}",
      condition: [{ host_header: { values } }],
    });
  };

const withFurther = (change: object) => (resource: Shape) => {
  withHosts(["api.example.com"])(resource);
  resource.aws_acm_certificate.api = { domain_name: "api.example.com" };
  resource.aws_lb_listener_certificate = {
    api: {
      listener_arn: "${aws_lb_listener.https.arn}",
      certificate_arn: "${aws_acm_certificate.api.arn}",
      ...change,
    },
  };
};

it("warns of a host that no certificate is for [R2]", () => {
  const change = withHosts(["shop.example.com", "api.example.com", "www.example.org"]);
  expect(findIn(hostNotInCertificate, change)).toMatchObject([{ severity: "warning" }]);
  expect(linesIn(hostNotInCertificate, change)).toEqual([
    "aws_lb_listener_rule.api: a host_header value must be a name of a certificate of aws_lb_listener.https, got " +
      '"api.example.com" and "www.example.org"; ' +
      "add the host to subject_alternative_names, or a certificate for it by aws_lb_listener_certificate",
  ]);
});

it.each([
  ["a.example.com", ["*.example.com"], 0],
  ["example.com", ["*.example.com"], 1],
  ["a.b.example.com", ["*.example.com"], 1],
  ["SHOP.Example.COM", ["shop.example.com"], 0],
  ["shop.example.com", ["Shop.example.com"], 0],
  ["api.example.com", ["shop.example.com", "api.example.com"], 0],
  ["shop.example.com.evil.org", ["shop.example.com"], 1],
])("has for %s under %j so many findings: %i", (host, names, count) => {
  expect(findIn(hostNotInCertificate, withHosts([host], names))).toHaveLength(count);
});

it("sees the condition in either spelling", () => {
  const spelt = (condition: unknown) => (resource: Shape) => {
    withHosts([])(resource);
    resource.aws_lb_listener_rule.api.condition = condition;
  };
  const values = ["api.example.com"];
  expect(findIn(hostNotInCertificate, spelt({ host_header: { values } }))).toHaveLength(1);
  expect(findIn(hostNotInCertificate, spelt([{ host_header: [{ values }] }]))).toHaveLength(1);
});

it("takes the further certificates into account", () => {
  expect(findIn(hostNotInCertificate, withFurther({}))).toEqual([]);
  const shared = { certificate_arn: "${aws_acm_certificate.shop.arn}" };
  expect(findIn(hostNotInCertificate, withFurther(shared))).toHaveLength(1);
});

it.each([
  ["a certificate of elsewhere", { certificate_arn: CERTIFICATE }],
  ["a certificate that nobody knows", { certificate_arn: "${var.arn}" }],
  ["a certificate of a listener that nobody knows", { listener_arn: "${var.arn}" }],
])("says nothing beside %s", (_, change) => {
  expect(findIn(hostNotInCertificate, withFurther(change))).toEqual([]);
});

it("says nothing where a name of the certificate is not known", () => {
  expect(findIn(hostNotInCertificate, withHosts(["api.example.com"], ["${var.name}"]))).toEqual([]);
  const some = ["shop.example.com", "${var.name}"];
  expect(findIn(hostNotInCertificate, withHosts(["api.example.com"], some))).toEqual([]);
  const imported = { domain_name: undefined, private_key: "x", certificate_body: "y" };
  expect(findIn(hostNotInCertificate, withHosts(["api.example.com"], [], imported))).toEqual([]);
});

it.each(["*.example.org", "api?.example.org", "${var.host}", "local host", "api"])(
  "does not judge %p",
  (host) => {
    expect(findIn(hostNotInCertificate, withHosts([host]))).toEqual([]);
  },
);

it("is silent about HTTP, where no certificate is shown", () => {
  const http = (resource: Shape) => {
    withHosts(["api.example.com"])(resource);
    resource.aws_lb_listener_rule.api.listener_arn = "${aws_lb_listener.http.arn}";
  };
  expect(findIn(hostNotInCertificate, http)).toEqual([]);
});
