import { certificateWildcard } from "../../../lab/lint/defects/certificate-wildcard";
import { foundAt, messagesOf } from "../support/patched";
import type { Shape } from "../support/shop";

const certificateWith = (settings: Shape) => ({ aws_acm_certificate: { shop: settings } });

it("finds a certificate for all names of a domain [CKV2_AWS_71]", () => {
  expect(messagesOf(certificateWildcard, certificateWith({ domain_name: "*.example.com" }))).toEqual([
    'domain_name must name one host, got "*.example.com"',
  ]);
});

test.each([
  ["one host", { domain_name: "shop.example.com" }],
  ["other names that are more", { domain_name: "example.com", subject_alternative_names: ["*.example.com"] }],
  ["a name that nobody knows", { domain_name: "*.${var.domain}" }],
  ["an imported certificate", { certificate_body: "-" }],
])("says nothing of %s", (_, settings) => {
  expect(foundAt(certificateWildcard, certificateWith(settings))).toEqual([]);
});
