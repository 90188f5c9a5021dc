import { certificateChanged } from "../../../lab/review/risks/certificate-changed";
import type { Shape } from "../../lint/support/shop";
import { linesOf, risksOf } from "../support/hazards";
import { certificateOf, withHttps } from "../support/https";

const external = "arn:aws:acm:eu-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555";

const takes = (certificate: string) => (resource: Shape) => {
  resource.aws_lb_listener.https.certificate_arn = certificate;
};

it("names both certificates [R2]", () => {
  expect(linesOf(certificateChanged, takes(certificateOf("partner")), withHttps)).toEqual([
    "needs-care aws_lb_listener.https: gives HTTPS 443 of shop another default certificate: " +
      "partner.example.com (aws_acm_certificate.partner) for shop.example.com (aws_acm_certificate.shop); " +
      "make sure that clients accept the new one, also those that ask for no name, or trust one certificate only",
  ]);
});

it("says that the names of a certificate from elsewhere are unknown", () => {
  const [risk] = risksOf(certificateChanged, takes(external), withHttps);
  expect(risk?.message).toContain("; its names are unknown (");
});

const reissued = (resource: Shape) => {
  resource.aws_acm_certificate.shop.subject_alternative_names = ["www.example.com"];
};

it("tells that a certificate in use cannot be destroyed first [G26]", () => {
  const [risk] = risksOf(certificateChanged, reissued, (resource) => {
    withHttps(resource);
    delete resource.aws_acm_certificate.shop.lifecycle;
  });
  expect(risk?.course[1]).toContain("ResourceInUseException");
  expect(risk?.fix).toBe("set lifecycle create_before_destroy on the certificate");
});

it("tells that a new certificate has to be issued first, unless its validation is awaited [G24]", () => {
  const [awaited] = risksOf(certificateChanged, reissued, withHttps);
  expect(awaited?.course).toEqual([
    "Terraform changes the listener in place: new connections get the new certificate, open ones go on",
  ]);
  const [hasty] = risksOf(certificateChanged, reissued, (resource) => {
    withHttps(resource);
    delete resource.aws_acm_certificate_validation.shop;
    resource.aws_lb_listener.https.certificate_arn = "${aws_acm_certificate.shop.arn}";
  });
  expect(hasty?.course.join()).toContain("UnsupportedCertificate");
});

it("is silent where the same certificate is referred to otherwise, or another one joins", () => {
  expect(risksOf(certificateChanged, takes("${aws_acm_certificate.shop.arn}"), withHttps)).toEqual([]);
  const joins = (resource: Shape) => {
    resource.aws_lb_listener_certificate.more = {
      ...resource.aws_lb_listener_certificate.partner,
      certificate_arn: external,
    };
  };
  expect(risksOf(certificateChanged, joins, withHttps)).toEqual([]);
});
