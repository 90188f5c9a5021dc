import { tooManyCertificates } from "../../../lab/lint/defects/too-many-certificates";
import { findIn, linesIn } from "../support/find";
import { CERTIFICATE, withAdded, withHttps } from "../support/https";
import type { Shape } from "../support/shop";

const numbered = (prefix: string, count: unknown) => ({
  count,
  certificate_arn: `${prefix}-\${count.index}`,
});

const withCount = (count: unknown, type?: string) => withAdded(numbered(CERTIFICATE, count), "https", type);

/** Certificates of two listeners of the shop. */
const withTwoListeners = (first: object, second: object) => (resource: Shape) => {
  withAdded(first)(resource);
  resource.aws_lb_listener.second = { ...resource.aws_lb_listener.https, port: 8443 };
  const listener_arn = "${aws_lb_listener.second.arn}";
  resource.aws_lb_listener_certificate.second = { listener_arn, ...second };
};

it("refuses the twenty-sixth certificate beside the default one [N23]", () => {
  expect(linesIn(tooManyCertificates, withCount(26))).toEqual([
    "aws_lb.shop: a load balancer must have at most 25 certificates beside the default ones, got 26; " +
      "use certificates of several names or a wildcard, a second load balancer, or have AWS raise the quota",
  ]);
  expect(findIn(tooManyCertificates, withCount(25))).toEqual([]);
});

it("knows the other name of listener certificates", () => {
  expect(findIn(tooManyCertificates, withCount(26, "aws_alb_listener_certificate"))).toHaveLength(1);
});

it("sums over the listeners of a load balancer", () => {
  const two = (count: number) =>
    withTwoListeners(numbered(CERTIFICATE, 13), numbered(`${CERTIFICATE}a`, count));
  expect(findIn(tooManyCertificates, two(13))).toHaveLength(1);
  expect(findIn(tooManyCertificates, two(12))).toEqual([]);
});

it("counts once what two listeners share", () => {
  const shared = withTwoListeners(numbered(CERTIFICATE, 25), numbered(CERTIFICATE, 25));
  expect(findIn(tooManyCertificates, shared)).toEqual([]);
});

it("counts certificates that nobody knows yet at one listener, where they cannot be the same", () => {
  expect(
    findIn(tooManyCertificates, withAdded({ count: 26, certificate_arn: "${var.arns[count.index]}" })),
  ).toHaveLength(1);
  const some = { count: 13, certificate_arn: "${var.arns[count.index]}" };
  expect(findIn(tooManyCertificates, withTwoListeners(some, some))).toEqual([]);
});

it("knows the quota of the account", () => {
  expect(findIn(tooManyCertificates, withCount(26), { quotas: { certificatesPerLoadBalancer: 26 } })).toEqual(
    [],
  );
});

it("does not count default certificates, nor what nobody knows the number or the listener of", () => {
  const quotas = { certificatesPerLoadBalancer: 0 };
  expect(findIn(tooManyCertificates, withHttps(), { quotas })).toEqual([]);
  expect(findIn(tooManyCertificates, withCount("${var.count}"), { quotas })).toEqual([]);
  expect(findIn(tooManyCertificates, withAdded({ listener_arn: "${var.listener_arn}" }), { quotas })).toEqual(
    [],
  );
});
