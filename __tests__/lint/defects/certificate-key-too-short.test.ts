import { certificateKeyTooShort } from "../../../lab/lint/defects/certificate-key-too-short";
import { foundAt, messagesOf } from "../support/patched";

const certificateWith = (algorithm: unknown) => ({
  aws_acm_certificate: { shop: { domain_name: "shop.example.com", key_algorithm: algorithm } },
});

it("finds a key that browsers refuse [ACM.2]", () => {
  expect(messagesOf(certificateKeyTooShort, certificateWith("RSA_1024"))).toEqual([
    'key_algorithm must be RSA_2048 or better, got "RSA_1024"',
  ]);
});

test.each([null, "RSA_2048", "EC_prime256v1", "${var.algorithm}"])("says nothing of %p", (algorithm) => {
  expect(foundAt(certificateKeyTooShort, certificateWith(algorithm))).toEqual([]);
});
