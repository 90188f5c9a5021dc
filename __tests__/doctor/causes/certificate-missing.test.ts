import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "certificate-missing";

it("is an HTTPS listener without one [R2]", () => {
  expect(linesOf(cause, { resource: { aws_lb_listener: { http: { protocol: "HTTPS" } } } })).toEqual([
    "certain, aws_lb_listener.http: the HTTPS listener has no certificate, so no client gets through its TLS handshake; set certificate_arn of aws_lb_listener.http to a certificate of the same region",
  ]);
});

it.each<[string, Change]>([
  [
    "the listener has a certificate",
    {
      resource: {
        aws_lb_listener: {
          http: {
            protocol: "HTTPS",
            certificate_arn: "arn:aws:acm:eu-west-1:123456789012:certificate/6f0c1b9e",
          },
        },
      },
    },
  ],
  ["nobody knows the protocol", { resource: { aws_lb_listener: { http: { protocol: "${var.protocol}" } } } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
