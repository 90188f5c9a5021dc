import { certificateDomainTooLong } from "../../../lab/lint/defects/certificate-domain-too-long";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const domain = (length: number) =>
  `${"x".repeat(50)}.`
    .repeat(5)
    .slice(-(length - 8))
    .concat("shop.com");
const of =
  (domain_name: string, others?: unknown, more: object = {}) =>
  (resource: Shape) => {
    const certificate = { domain_name, subject_alternative_names: others, validation_method: "DNS", ...more };
    resource.aws_acm_certificate = { shop: certificate };
  };

it("refuses a first name of 65 characters and an alternative one of 254 [B84]", () => {
  const [first] = findIn(certificateDomainTooLong, of(domain(65)));
  expect(first).toMatchObject({ address: "aws_acm_certificate.shop", severity: "error" });
  expect(first?.message).toContain("domain_name must have at most 64 characters, got 65 in ");
  const [second] = findIn(certificateDomainTooLong, of("shop.com", [domain(254)]));
  expect(second?.message).toContain(
    "subject_alternative_names must have at most 253 characters, got 254 in ",
  );
});

it("is silent at the limits, and about what is not known", () => {
  expect(findIn(certificateDomainTooLong, of(domain(64), [domain(253), "${var.name}"]))).toEqual([]);
  expect(findIn(certificateDomainTooLong, of("${var.name}", "${var.names}"))).toEqual([]);
});

it("leaves certificates of a private authority and imported ones alone", () => {
  for (const more of [{ certificate_authority_arn: "arn:aws:acm-pca:x" }, { certificate_body: "pem" }])
    expect(findIn(certificateDomainTooLong, of(domain(65), undefined, more))).toEqual([]);
});
