import { certificateNotLogged } from "../../../lab/lint/defects/certificate-not-logged";
import { foundAt } from "../support/patched";

const certificateWith = (options: unknown) => ({
  aws_acm_certificate: { shop: { domain_name: "shop.example.com", options } },
});
const preference = (value: string) => ({ certificate_transparency_logging_preference: value });

test.each([preference("DISABLED"), [preference("DISABLED")]])("finds %j [CKV_AWS_234]", (options) => {
  expect(foundAt(certificateNotLogged, certificateWith(options))).toEqual(["aws_acm_certificate.shop"]);
});

test.each([null, preference("ENABLED"), preference("${var.preference}")])("says nothing of %j", (options) => {
  expect(foundAt(certificateNotLogged, certificateWith(options))).toEqual([]);
});
