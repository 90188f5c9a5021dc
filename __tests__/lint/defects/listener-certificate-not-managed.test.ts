import { listenerCertificateNotManaged } from "../../../lab/lint/defects/listener-certificate-not-managed";
import { foundAt, messagesOf } from "../support/patched";
import type { Shape } from "../support/shop";

const ofIam = "arn:aws:iam::123456789012:server-certificate/shop";
const ofAcm = "arn:aws:acm:eu-west-1:123456789012:certificate/1";
const listenerWith = (certificate: string, beside: Shape = {}) => ({
  aws_lb_listener: { http: { port: 443, protocol: "HTTPS", certificate_arn: certificate } },
  ...beside,
});
const added = (certificate: string) => ({
  aws_lb_listener_certificate: {
    more: { listener_arn: "${aws_lb_listener.http.arn}", certificate_arn: certificate },
  },
});
const declared = { aws_iam_server_certificate: { shop: { certificate_body: "-", private_key: "-" } } };

test.each([
  ["by its ARN", listenerWith(ofIam)],
  ["declared here", listenerWith("${aws_iam_server_certificate.shop.arn}", declared)],
  ["added beside a managed one", listenerWith(ofAcm, added(ofIam))],
])("finds a certificate of IAM %s [NIST.800.53.R5-ELBv2ACMCertificateRequired]", (_, patch) => {
  expect(messagesOf(listenerCertificateNotManaged, patch)).toEqual([
    "certificates of a listener must be of ACM, got a server certificate of IAM",
  ]);
});

test.each([
  ["certificates of ACM", listenerWith(ofAcm, added(ofAcm))],
  ["a certificate that nobody knows", listenerWith("${var.certificate}")],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(listenerCertificateNotManaged, patch)).toEqual([]);
});
