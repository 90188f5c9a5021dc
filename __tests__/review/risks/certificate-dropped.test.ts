import { certificateDropped } from "../../../lab/review/risks/certificate-dropped";
import type { Shape } from "../../lint/support/shop";
import { linesOf, risksOf } from "../support/hazards";
import { withHttps } from "../support/https";

const keep =
  "keep a certificate for these names on the listener, by aws_lb_listener_certificate or as alternative names of one that stays";

const dropPartner = (resource: Shape) => {
  delete resource.aws_lb_listener_certificate;
};

it("names the hosts whose clients break off when a certificate goes [R2]", () => {
  expect(linesOf(certificateDropped, dropPartner, withHttps)).toEqual([
    `drops-traffic aws_lb_listener.https: leaves HTTPS 443 of shop without a certificate for partner.example.com; ${keep}`,
  ]);
});

it("names only what a certificate that stays is no longer for", () => {
  const [risk] = risksOf(
    certificateDropped,
    (resource) => {
      resource.aws_acm_certificate.shop.subject_alternative_names = ["www.example.com"];
    },
    (resource) => {
      withHttps(resource);
      resource.aws_acm_certificate.shop.subject_alternative_names = ["www.example.com", "old.example.com"];
    },
  );
  expect(risk?.message).toBe("leaves HTTPS 443 of shop without a certificate for old.example.com");
});

it.each([
  ["a wildcard is for one label", "*.example.com", 0],
  ["a wildcard is not for two labels", "*.com", 1],
  ["capitals do not matter", "PARTNER.example.com", 0],
])("%s", (_, name, found) => {
  const wide = (resource: Shape) => {
    withHttps(resource);
    resource.aws_acm_certificate.shop.subject_alternative_names = [name];
  };
  expect(risksOf(certificateDropped, dropPartner, wide)).toHaveLength(found);
});

it("a name of the other certificate is not guessed where nobody knows it", () => {
  const foreign = (resource: Shape) => {
    withHttps(resource);
    resource.aws_lb_listener.https.certificate_arn =
      "arn:aws:acm:eu-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555";
  };
  const [risk] = risksOf(certificateDropped, dropPartner, foreign);
  expect([risk?.level, risk?.message]).toEqual([
    "needs-care",
    "takes the certificate partner.example.com (aws_acm_certificate.partner) from HTTPS 443 of shop; whether another is for its names is unknown",
  ]);
});

it("tells that a name is bare while a certificate is added again", () => {
  const reissued = (resource: Shape) => {
    resource.aws_acm_certificate.partner.key_algorithm = "EC_prime256v1";
  };
  const unawaited = (resource: Shape) => {
    withHttps(resource);
    resource.aws_lb_listener_certificate.partner.certificate_arn = "${aws_acm_certificate.partner.arn}";
  };
  const [risk] = risksOf(certificateDropped, reissued, unawaited);
  expect(risk?.message).toBe(
    "takes the certificate partner.example.com (aws_acm_certificate.partner) from HTTPS 443 of shop before it adds the new one",
  );
  const inOrder = (resource: Shape) => {
    unawaited(resource);
    resource.aws_lb_listener_certificate.partner.lifecycle = { create_before_destroy: true };
  };
  expect(risksOf(certificateDropped, reissued, inOrder)).toEqual([]);
});

it("leaves it to the load balancer that goes", () => {
  const gone = (resource: Shape) => {
    for (const type of ["aws_lb", "aws_lb_listener", "aws_lb_listener_rule", "aws_lb_listener_certificate"])
      delete resource[type];
  };
  expect(risksOf(certificateDropped, gone, withHttps)).toEqual([]);
});
