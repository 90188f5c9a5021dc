import { httpsWithoutCertificate } from "../../../lab/lint/defects/https-without-certificate";
import { findIn, linesIn } from "../support/find";
import { CERTIFICATE, withAdded, withHttps } from "../support/https";
import type { Shape } from "../support/shop";

it.each([undefined, null, ""])("refuses HTTPS with certificate_arn %p [R2, B4, TF52]", (certificate_arn) => {
  expect(linesIn(httpsWithoutCertificate, withHttps({ certificate_arn }))).toEqual([
    "aws_lb_listener.https: certificate_arn of an HTTPS listener must be set, got none; " +
      "set certificate_arn, or make protocol HTTP; further certificates do not stand in for the default one",
  ]);
});

it("does not take a further certificate for the default one [R2]", () => {
  const furtherOnly = (resource: Shape) => {
    withAdded()(resource);
    delete resource.aws_lb_listener.https.certificate_arn;
  };
  const [finding] = findIn(httpsWithoutCertificate, furtherOnly);
  expect(finding?.message).toContain("got aws_lb_listener_certificate only");
});

it("sees a protocol in small letters", () => {
  const small = withHttps({ protocol: "https", certificate_arn: undefined });
  expect(findIn(httpsWithoutCertificate, small)).toHaveLength(1);
});

it("sees a listener of a load balancer that is looked up", () => {
  const lookedUp = (resource: Shape, whole: Shape) => {
    whole.data = { aws_lb: { shared: { name: "shared" } } };
    withHttps({ load_balancer_arn: "${data.aws_lb.shared.arn}", certificate_arn: undefined })(resource);
  };
  expect(findIn(httpsWithoutCertificate, lookedUp)).toHaveLength(1);
});

it.each([
  CERTIFICATE,
  "${aws_acm_certificate.shop.arn}",
  "${aws_acm_certificate_validation.shop.certificate_arn}",
  "${data.aws_acm_certificate.shop.arn}",
  "${var.certificate_arn}",
  '${var.tls ? "arn" : null}',
])("is silent about %s, which is one or may be", (certificate_arn) => {
  const given = (resource: Shape, whole: Shape) => {
    resource.aws_acm_certificate = { shop: { domain_name: "shop.example.com" } };
    resource.aws_acm_certificate_validation = {
      shop: { certificate_arn: "${aws_acm_certificate.shop.arn}" },
    };
    whole.data = { aws_acm_certificate: { shop: { domain: "shop.example.com" } } };
    withHttps({ certificate_arn })(resource);
  };
  expect(findIn(httpsWithoutCertificate, given)).toEqual([]);
});

it("is silent about HTTP, and about a protocol that nobody knows", () => {
  expect(findIn(httpsWithoutCertificate)).toEqual([]);
  const unknown = withHttps({ protocol: "${var.protocol}", certificate_arn: undefined });
  expect(findIn(httpsWithoutCertificate, unknown)).toEqual([]);
});
