import { at, only, type Resources, topologyOf, unknownFor } from "./declare";

const alb: Resources = { aws_lb: { web: {}, net: { load_balancer_type: "network" } } };
const fixed = { type: "fixed-response", fixed_response: { status_code: "404" } };
const basic = { load_balancer_arn: "${aws_lb.web.arn}", port: 80, default_action: fixed };

function listener(values: object, others: Resources = {}) {
  return only(topologyOf({ ...alb, aws_lb_listener: { a: values }, ...others }).listeners);
}

describe("a listener", () => {
  it("of an application load balancer takes HTTP where it says nothing [TF50]", () => {
    expect(listener(basic)).toEqual({
      address: "aws_lb_listener.a",
      type: "aws_lb_listener",
      loadBalancer: { address: "aws_lb.web" },
      port: 80,
      protocol: "HTTP",
      certificates: [],
      defaultActions: [{ kind: "fixed-response", statusCode: 404 }],
      attributes: { "routing.http.response.server.enabled": true },
    });
  });

  it("has an unknown protocol where nobody can say that its load balancer is an application one", () => {
    const protocol = (load_balancer_arn: string) => listener({ ...basic, load_balancer_arn }).protocol;
    const arn = "arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer";
    expect(protocol(`${arn}/app/web/1`)).toBe("HTTP");
    expect(protocol(`${arn}/net/web/1`)).toEqual({ unknown: "protocol is not set" });
    expect(protocol("${aws_lb.net.arn}")).toEqual({ unknown: "protocol is not set" });
    expect(protocol("${var.arn}")).toEqual({ unknown: "protocol is not set" });
  });

  it("has its port as a number also where it is written as text", () => {
    expect(listener({ ...basic, port: "8080" }).port).toBe(8080);
    expect(listener({ ...basic, port: "http" }).port).toEqual({ unknown: 'must be a number, got "http"' });
    expect(listener({ ...basic, port: null }).port).toEqual({ unknown: "port is not set" });
  });

  it("has the old TLS policy where it takes HTTPS and names none [N71]", () => {
    expect(listener({ ...basic, protocol: "HTTPS" }).sslPolicy).toBe("ELBSecurityPolicy-2016-08");
    const ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06";
    expect(listener({ ...basic, protocol: "HTTPS", ssl_policy }).sslPolicy).toBe(ssl_policy);
    expect(listener({ ...basic, ssl_policy })).not.toHaveProperty("sslPolicy");
  });

  it("has the headers it is told to rename, add or leave out under AWS's names [TF57]", () => {
    const { attributes } = listener({
      ...basic,
      routing_http_request_x_amzn_tls_version_header_name: "X-TLS",
      routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name: "X-Serial",
      routing_http_response_access_control_max_age_header_value: "60",
      routing_http_response_strict_transport_security_header_value: "max-age=1",
      routing_http_response_x_frame_options_header_value: "",
      routing_http_response_server_enabled: "false",
    });
    expect(attributes).toEqual({
      "routing.http.request.x_amzn_tls_version.header_name": "X-TLS",
      "routing.http.request.x_amzn_mtls_clientcert_serial_number.header_name": "X-Serial",
      "routing.http.response.access_control_max_age.header_value": "60",
      "routing.http.response.strict_transport_security.header_value": "max-age=1",
      "routing.http.response.server.enabled": false,
    });
  });

  it("says why it could not be linked", () => {
    expect(listener({ ...basic, load_balancer_arn: null }).loadBalancer).toEqual({
      unknown: "load_balancer_arn is not set",
    });
    const elsewhere = listener(
      { ...basic, load_balancer_arn: "${aws_lb_target_group.t.arn}" },
      { aws_lb_target_group: { t: {} } },
    );
    expect(elsewhere.loadBalancer).toEqual({
      unknown: "points at aws_lb_target_group.t, which is not a load balancer",
    });
    expect(listener({ ...basic, default_action: "${var.actions}" }).defaultActions).toEqual(
      unknownFor("var.actions"),
    );
  });

  it("is read under its old name too", () => {
    const topology = topologyOf({ ...alb, aws_alb_listener: { old: basic } });
    expect(at(topology.listeners, "aws_alb_listener.old").loadBalancer).toEqual({ address: "aws_lb.web" });
  });
});

describe("the certificates of a listener", () => {
  const https = { ...basic, port: 443, protocol: "HTTPS" };
  const certificates: Resources = {
    aws_acm_certificate: {
      main: { domain_name: "a.example.com", subject_alternative_names: ["a.example.com", "b.example.com"] },
      more: { domain_name: "c.example.com" },
      imported: { certificate_body: "-----BEGIN CERTIFICATE-----" },
    },
    aws_acm_certificate_validation: { main: { certificate_arn: "${aws_acm_certificate.main.arn}" } },
  };

  it("are the default one and those added to it, each with its names [R2]", () => {
    const added = {
      aws_lb_listener_certificate: {
        one: { listener_arn: "${aws_lb_listener.a.arn}", certificate_arn: "${aws_acm_certificate.more.arn}" },
        other: { listener_arn: "arn:aws:x", certificate_arn: "arn:aws:acm:x" },
      },
      aws_alb_listener_certificate: {
        two: { listener_arn: "${aws_lb_listener.a.arn}", certificate_arn: "arn:aws:acm:two" },
      },
    };
    const values = { ...https, certificate_arn: "${aws_acm_certificate.main.arn}" };
    expect(listener(values, { ...certificates, ...added }).certificates).toEqual([
      {
        certificate: { address: "aws_acm_certificate.main" },
        isDefault: true,
        names: ["a.example.com", "b.example.com"],
      },
      {
        certificate: { external: "arn:aws:acm:two" },
        isDefault: false,
        names: { unknown: "the certificate is not declared in this input" },
      },
      { certificate: { address: "aws_acm_certificate.more" }, isDefault: false, names: ["c.example.com"] },
    ]);
  });

  it("are followed through their validation", () => {
    const values = { ...https, certificate_arn: "${aws_acm_certificate_validation.main.certificate_arn}" };
    expect(only(listener(values, certificates).certificates).names).toEqual([
      "a.example.com",
      "b.example.com",
    ]);
  });

  it("have unknown names where those are in the certificate itself", () => {
    const values = { ...https, certificate_arn: "${aws_acm_certificate.imported.arn}" };
    expect(only(listener(values, certificates).certificates)).toEqual({
      certificate: { address: "aws_acm_certificate.imported" },
      isDefault: true,
      names: unknownFor("imported"),
    });
  });
});
