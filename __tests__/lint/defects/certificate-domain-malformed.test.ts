import { certificateDomainMalformed } from "../../../lab/lint/defects/certificate-domain-malformed";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const of =
  (domain_name: string, others?: unknown, more: object = {}) =>
  (resource: Shape) => {
    const certificate = { domain_name, subject_alternative_names: others, validation_method: "DNS", ...more };
    resource.aws_acm_certificate = { shop: certificate };
  };

it.each([
  "shop example.com",
  "localhost",
  "shop.example.com.",
  "shop.*.example.com",
  "*shop.example.com",
  "*.*.example.com",
  "-shop.example.com",
  "shop_1.example.com",
  "https://shop.example.com",
  `${"x".repeat(64)}.com`,
])("refuses %s as first and as alternative name [B83]", (name) => {
  const [finding, ...others] = findIn(certificateDomainMalformed, of(name));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_acm_certificate.shop", severity: "error" });
  expect(finding?.message).toMatch(/^domain_name must be a host name .*, got "/);
  const [other] = findIn(certificateDomainMalformed, of("shop.example.com", [name]));
  expect(other?.message).toMatch(/^subject_alternative_names must be a host name/);
});

it.each([
  "shop.example.com",
  "*.example.com",
  "EXAMPLE.com",
  "xn--bcher-kva.example",
  "1.example.com",
  "${var.name}",
])("is silent about %s", (name) => {
  expect(findIn(certificateDomainMalformed, of(name, [name]))).toEqual([]);
});

it("leaves certificates of a private authority alone, whose names are free", () => {
  const internal = of("localhost", undefined, { certificate_authority_arn: "arn:aws:acm-pca:x" });
  expect(findIn(certificateDomainMalformed, internal)).toEqual([]);
});
