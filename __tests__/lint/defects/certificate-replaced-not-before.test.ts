import { certificateReplacedNotBefore } from "../../../lab/lint/defects/certificate-replaced-not-before";
import { foundAt, foundInState, messagesOf } from "../support/patched";

const certificateWith = (lifecycle: unknown) => ({
  aws_acm_certificate: { shop: { domain_name: "shop.example.com", validation_method: "DNS", lifecycle } },
});

test.each([
  ["no lifecycle", null],
  ["another lifecycle", { prevent_destroy: true }],
  ["one that says no", [{ create_before_destroy: false }]],
])("finds a certificate with %s [CKV_AWS_233, G26]", (_, lifecycle) => {
  expect(messagesOf(certificateReplacedNotBefore, certificateWith(lifecycle))).toEqual([
    "lifecycle create_before_destroy must be true for a certificate, got false",
  ]);
});

it("says nothing of one that is made before the old one goes", () => {
  expect(foundAt(certificateReplacedNotBefore, certificateWith({ create_before_destroy: true }))).toEqual([]);
});

it("says nothing of a state, which does not show it", () => {
  expect(
    foundInState(certificateReplacedNotBefore, {
      "aws_acm_certificate.shop": { domain_name: "shop.example.com" },
    }),
  ).toEqual([]);
});
