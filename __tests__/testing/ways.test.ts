import "../../lab/testing";
import { type Shape, shop } from "../lint/support/shop";
import { labStack } from "./support/lab-stack";
import { messageOf } from "./support/message-of";

const request = "GET https://shop.example.com/api";

/** The shop on HTTPS, with certificates for these names; the first one is the default. */
function secured(...names: readonly string[]): Shape {
  const json = shop();
  const { resource } = json;
  const arn = (index: number) => `\${aws_acm_certificate.c${index}.arn}`;
  resource.aws_lb_listener.http.port = 443;
  resource.aws_lb_listener.http.protocol = "HTTPS";
  resource.aws_lb_listener.http.ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06";
  resource.aws_lb_listener.http.certificate_arn = arn(0);
  resource.aws_vpc_security_group_ingress_rule.http.from_port = 443;
  resource.aws_vpc_security_group_ingress_rule.http.to_port = 443;
  resource.aws_acm_certificate = Object.fromEntries(
    names.map((name, index) => [`c${index}`, { domain_name: name, validation_method: "DNS" }]),
  );
  resource.aws_lb_listener_certificate = Object.fromEntries(
    names
      .slice(1)
      .map((_, index) => [
        `more${index}`,
        { listener_arn: "${aws_lb_listener.http.arn}", certificate_arn: arn(index + 1) },
      ]),
  );
  return json;
}

describe("toRoute(...).over", () => {
  it("passes where listener, certificate and TLS policy are so, and goes on", () => {
    expect(secured("shop.example.com")).toRoute(request).to("api").over({
      listener: 443,
      certificate: "shop.example.com",
      tlsPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      minimumTls: "TLSv1.2",
    });
    expect(secured("shop.example.com")).toRoute(request).over({ listener: 443 }).to("api");
  });

  it("names a certificate by domain, address or local name", () => {
    for (const certificate of ["shop.example.com", "aws_acm_certificate.c0", "c0"])
      expect(secured("shop.example.com")).toRoute(request).over({ certificate });
  });

  it("chooses between certificates as a load balancer does [R2]", () => {
    const json = secured("default.example.com", "*.example.com");
    expect(json).toRoute(request).over({ certificate: "*.example.com" });
    expect(json).not.toRoute(request).over({ certificate: "default.example.com" });
  });

  it("says everything that is otherwise", () => {
    expect(
      messageOf(() =>
        expect(secured("shop.example.com")).toRoute(request).over({
          listener: 8443,
          certificate: "example.com",
          tlsPolicy: "ELBSecurityPolicy-2016-08",
          minimumTls: "TLSv1.3",
        }),
      ),
    ).toBe(
      [
        `expected ${request} to come in over listener 8443, certificate example.com, tlsPolicy ELBSecurityPolicy-2016-08, minimumTls TLSv1.3`,
        [
          "aws_lb_listener.http: listens on port 443",
          "shows the certificate aws_acm_certificate.c0, which is for shop.example.com",
          "has TLS policy ELBSecurityPolicy-TLS13-1-2-2021-06",
          "its TLS policy ELBSecurityPolicy-TLS13-1-2-2021-06 admits TLSv1.2",
        ].join("; "),
      ].join("\n"),
    );
  });

  it("fails with a certificate that clients refuse", () => {
    expect(
      messageOf(() =>
        expect(secured("other.example.com")).toRoute(request).over({ certificate: "other.example.com" }),
      ),
    ).toBe(
      `expected ${request} to come in over certificate other.example.com\naws_lb_listener.http: its certificate is for other.example.com, not for shop.example.com`,
    );
  });

  it("fails without TLS, and where nothing listens", () => {
    const plain = "GET http://shop.example.com/api";
    expect(messageOf(() => expect(shop()).toRoute(plain).over({ minimumTls: "TLSv1.2" }))).toMatch(
      /aws_lb_listener.http: speaks HTTP, without TLS$/,
    );
    expect(messageOf(() => expect(shop()).toRoute(plain).over({ certificate: "c0" }))).toMatch(
      /has no certificate$/,
    );
    expect(messageOf(() => expect(shop()).toRoute(request).over({ listener: 443 }))).toMatch(
      /\nthe load balancer has no listener for HTTPS on port 443: it has HTTP 80$/,
    );
  });

  it("does not guess between certificates, with not as well", () => {
    const both = secured("shop.example.com", "*.example.com");
    const message =
      "which certificate aws_lb_listener.http shows for shop.example.com is not known: several are for it, and their keys decide";
    expect(messageOf(() => expect(both).toRoute(request).over({ certificate: "c0" }))).toBe(message);
    expect(messageOf(() => expect(both).not.toRoute(request).over({ certificate: "c0" }))).toBe(message);
  });

  it("refuses to be asked for nothing", () => {
    expect(messageOf(() => expect(shop()).not.toRoute(request).over({}))).toBe(
      "over: must say what is expected, such as listener, certificate, tlsPolicy or minimumTls, got nothing",
    );
  });

  it("holds for prod", () => {
    expect(labStack("prod"))
      .toRoute("GET https://lab.example.com/api")
      .over({ listener: 443, certificate: "lab.example.com", minimumTls: "TLSv1.2" })
      .to("api");
  });
});
