import { certificateMalformed } from "../../../lab/lint/defects/certificate-malformed";
import { findIn, linesIn } from "../support/find";
import { CERTIFICATE, withAdded, withHttps } from "../support/https";
import type { Shape } from "../support/shop";

it.each([
  "shop.example.com",
  "6f0c1b9e-2a0d-4c37-9d54-0c8f6a3b1e77",
  "arn:aws:s3:::certificates",
  "arn:aws:acm:eu-west-1:123456789012:certificate/",
  "arn:aws:acm::123456789012:certificate/x",
  "arn:aws:acm:eu-west-1:1234:certificate/x",
  "arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/x",
  "arn:aws:iam::123456789012:role/x",
  `${CERTIFICATE} `,
  `${CERTIFICATE}\n`,
])("refuses %j [B6]", (certificate_arn) => {
  const rest =
    "certificate_arn must be the ARN of an ACM or IAM server certificate, got " +
    `${JSON.stringify(certificate_arn.length > 60 ? `${certificate_arn.slice(0, 60)}...` : certificate_arn)}; ` +
    "set it to the arn of an aws_acm_certificate or aws_iam_server_certificate";
  expect(linesIn(certificateMalformed, withHttps({ certificate_arn }))).toEqual([
    `aws_lb_listener.https: ${rest}`,
  ]);
  expect(linesIn(certificateMalformed, withAdded({ certificate_arn }))).toEqual([
    `aws_lb_listener_certificate.further: ${rest}`,
  ]);
});

it.each([
  CERTIFICATE,
  "arn:aws-cn:acm:cn-north-1:123456789012:certificate/6f0c1b9e-2a0d-4c37-9d54-0c8f6a3b1e77",
  "arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/6f0c1b9e-2a0d-4c37-9d54-0c8f6a3b1e77",
  "arn:aws-iso-b:acm:us-isob-east-1:123456789012:certificate/6f0c1b9e-2a0d-4c37-9d54-0c8f6a3b1e77",
  "arn:aws:iam::123456789012:server-certificate/shop",
  "arn:aws:iam::123456789012:server-certificate/path/to/shop_2026.example.com",
  "${var.certificate_arn}",
  "arn:aws:acm:${var.region}:123456789012:certificate/x",
])("takes %s", (certificate_arn) => {
  expect(findIn(certificateMalformed, withHttps({ certificate_arn }))).toEqual([]);
});

it("refuses what another attribute of the certificate holds", () => {
  const wrong = (attribute: string) => (resource: Shape) => {
    resource.aws_acm_certificate = { shop: { domain_name: "shop.example.com" } };
    withHttps({ certificate_arn: `\${aws_acm_certificate.shop.${attribute}}` })(resource);
  };
  expect(findIn(certificateMalformed, wrong("domain_name"))[0]?.message).toContain('got "shop.example.com"');
  expect(findIn(certificateMalformed, wrong("arn"))).toEqual([]);
  expect(findIn(certificateMalformed, wrong("id"))).toEqual([]);
});

it("leaves network load balancers alone, and HTTP, where there must be none at all", () => {
  const tls = (resource: Shape) => {
    resource.aws_lb.shop.load_balancer_type = "network";
    withHttps({ protocol: "TLS", certificate_arn: "shop" })(resource);
  };
  expect(findIn(certificateMalformed, tls)).toEqual([]);
  expect(findIn(certificateMalformed, withHttps({ protocol: "HTTP", certificate_arn: "shop" }))).toEqual([]);
});
