import { certificateOfAnotherRegion } from "../../../lab/lint/defects/certificate-of-another-region";
import { findIn, linesIn } from "../support/find";
import { withAdded, withHttps } from "../support/https";
import type { Shape } from "../support/shop";

const arnIn = (region: string, partition = "aws") =>
  `arn:${partition}:acm:${region}:123456789012:certificate/6f0c1b9e-2a0d-4c37-9d54-0c8f6a3b1e77`;

const FOREIGN = { certificate_arn: arnIn("us-east-1") };

it.each([
  ["aws_lb_listener.https", withHttps(FOREIGN)],
  ["aws_lb_listener_certificate.further", withAdded(FOREIGN)],
])("refuses a certificate of another region at %s [B6]", (address, change) => {
  expect(linesIn(certificateOfAnotherRegion, change)).toEqual([
    `${address}: certificate_arn must be a certificate in "eu-west-1", the region of the load balancer, ` +
      'got one in "us-east-1"; request a certificate in the region of the load balancer',
  ]);
});

it("refuses one of another partition", () => {
  const china = withHttps({ certificate_arn: arnIn("cn-north-1", "aws-cn") });
  expect(findIn(certificateOfAnotherRegion, china)).toHaveLength(1);
});

it.each([
  arnIn("eu-west-1"),
  "arn:aws:iam::123456789012:server-certificate/shop",
  "arn:aws:s3:us-east-1:123456789012:x",
  "shop.example.com",
  "${var.certificate_arn}",
])("is silent about %s", (certificate_arn) => {
  expect(findIn(certificateOfAnotherRegion, withHttps({ certificate_arn }))).toEqual([]);
});

it("takes the region from the zones of the load balancer where no provider says it", () => {
  const without = (region: string) => (resource: Shape, whole: Shape) => {
    delete whole.provider;
    withHttps({ certificate_arn: arnIn(region) })(resource);
  };
  expect(findIn(certificateOfAnotherRegion, without("us-east-1"))).toHaveLength(1);
  expect(findIn(certificateOfAnotherRegion, without("eu-west-1"))).toEqual([]);
});

it("takes the region from the ARN of a load balancer of elsewhere, before that of the provider", () => {
  const load_balancer_arn =
    "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/other/1234567890abcdef";
  expect(findIn(certificateOfAnotherRegion, withHttps({ load_balancer_arn, ...FOREIGN }))).toEqual([]);
  const near = withHttps({ load_balancer_arn, certificate_arn: arnIn("eu-west-1") });
  expect(findIn(certificateOfAnotherRegion, near)).toHaveLength(1);
});

it("takes the region from the ARN of a listener of elsewhere", () => {
  const listener_arn =
    "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/other/1234567890abcdef/fedcba0987654321";
  expect(findIn(certificateOfAnotherRegion, withAdded({ listener_arn, ...FOREIGN }))).toHaveLength(1);
  const near = withAdded({ listener_arn, certificate_arn: arnIn("eu-west-1") });
  expect(findIn(certificateOfAnotherRegion, near)).toEqual([]);
});

it("refuses a certificate that is declared in another region", () => {
  const declared = (settings: object) => (resource: Shape) => {
    resource.aws_acm_certificate = { shop: { domain_name: "shop.example.com", ...settings } };
    withHttps({ certificate_arn: "${aws_acm_certificate.shop.arn}" })(resource);
  };
  expect(findIn(certificateOfAnotherRegion, declared({ region: "us-east-1" }))).toHaveLength(1);
  expect(findIn(certificateOfAnotherRegion, declared({}))).toEqual([]);
  expect(findIn(certificateOfAnotherRegion, declared({ provider: "aws.east" }))).toEqual([]);
});

it("does not guess the region of another provider", () => {
  const aliased = (resource: Shape) => {
    for (const subnet of Object.values<Shape>(resource.aws_subnet)) delete subnet.availability_zone;
    withHttps({ ...FOREIGN, provider: "aws.east" })(resource);
  };
  expect(findIn(certificateOfAnotherRegion, aliased)).toEqual([]);
});

it("says nothing where provider and zones contradict each other", () => {
  const torn = (resource: Shape, whole: Shape) => {
    whole.provider.aws = [{ region: "us-east-1" }];
    withHttps(FOREIGN)(resource);
  };
  expect(findIn(certificateOfAnotherRegion, torn)).toEqual([]);
});
