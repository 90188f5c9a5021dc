import { type AlbWithTargetGroupProps, DEFAULT_SSL_POLICY, type HttpsProps } from "../../constructs";
import { albIn, problemIdsIn, synthesize } from "../support/synthesize";
import { isCreatedFirst, valueAt } from "../support/synthesized-stack";

const arn = "arn:aws:acm:ap-northeast-2:123456789012:certificate/0a1b2c3d";
const domain = { domainName: "lab.team.dev", hostedZoneId: "Z2FDTNDATAQYW2" };

function httpsStack(https: HttpsProps, props: Partial<AlbWithTargetGroupProps> = {}) {
  return synthesize((stack) => albIn(stack, { https, ...props }));
}

test("listener 443 offers TLS 1.2 and 1.3 with the given certificate, and forwards", () => {
  const stack = httpsStack({ certificateArn: arn });
  expect(DEFAULT_SSL_POLICY).toBe("ELBSecurityPolicy-TLS13-1-2-2021-06"); // N71, N72
  expect(stack.only("aws_lb_listener", "alb_https").fields).toMatchObject({
    port: 443,
    protocol: "HTTPS",
    ssl_policy: DEFAULT_SSL_POLICY,
    certificate_arn: arn,
    default_action: [{ type: "forward" }],
  });
});

// G23: a redirect stands alone, without target_group_arn
test("listener 80 redirects to 443 for good and keeps host, path and query", () => {
  expect(
    httpsStack({ certificateArn: arn }).only("aws_lb_listener", "alb_http_").fields.default_action,
  ).toEqual([
    {
      type: "redirect",
      redirect: {
        protocol: "HTTPS",
        port: "443",
        host: "#{host}",
        path: "/#{path}",
        query: "#{query}",
        status_code: "HTTP_301",
      },
    },
  ]);
});

test("listener 80 serves by itself when the redirect is switched off", () => {
  const stack = httpsStack({ certificateArn: arn, redirectHttp: false });
  for (const { fields } of stack.all("aws_lb_listener")) {
    expect(valueAt(fields, "default_action.type")).toBe("forward");
  }
});

test("both ports are open to the allowed networks", () => {
  const rules = httpsStack({ certificateArn: arn }).all("aws_vpc_security_group_ingress_rule");
  expect(rules.map(({ fields }) => fields.from_port).sort()).toEqual([443, 80]);
});

// G24: the certificate is used once it is issued, not once it is requested
test("with a domain, the listener uses the certificate of the validation", () => {
  const stack = httpsStack(domain);
  const listener = stack.only("aws_lb_listener", "alb_https");
  const validation = stack.only("aws_acm_certificate_validation");
  expect(listener.fields.certificate_arn).toBe(`\${${validation.address}.certificate_arn}`);
  expect(stack.resolve(validation.fields.certificate_arn)).toBe(stack.only("aws_acm_certificate"));
});

// G25
test("validation gives up after 15 minutes", () => {
  expect(valueAt(httpsStack(domain).only("aws_acm_certificate_validation").fields, "timeouts.create")).toBe(
    "15m",
  );
});

// G25
test("a domain without a hosted zone is refused", () => {
  const https = { domainName: "lab.team.dev" } as HttpsProps;
  expect(problemIdsIn((stack) => albIn(stack, { https }))).toEqual(["hosted-zone-id"]);
});

// G26
test("the certificate is validated by DNS and created before the one it replaces is destroyed", () => {
  const certificate = httpsStack(domain).only("aws_acm_certificate");
  expect(certificate.fields).toMatchObject({ domain_name: "lab.team.dev", validation_method: "DNS" });
  expect(isCreatedFirst(certificate)).toBe(true);
});

test("every name gets a validation record and an alias record, whatever the order of names", () => {
  const names = ["a.team.dev", "b.team.dev"];
  const one = httpsStack({ ...domain, alternativeNames: names });
  const other = httpsStack({ ...domain, alternativeNames: [...names].reverse() });
  const records = one.all("aws_route53_record");
  expect(records).toHaveLength(6);
  for (const { address, fields } of records) expect(other.find(address)?.fields).toEqual(fields);
  const fqdns = one.only("aws_acm_certificate_validation").fields.validation_record_fqdns as string[];
  expect(fqdns.map((fqdn) => one.resolve(fqdn).type)).toEqual(Array(3).fill("aws_route53_record"));
});

test("a validation record reads what ACM asks for the very name", () => {
  const record = httpsStack(domain).only("aws_route53_record", "alb_certificate");
  expect(record.fields).toMatchObject({ zone_id: domain.hostedZoneId, ttl: 300, allow_overwrite: true });
  for (const value of [record.fields.name, record.fields.type, valueAt(record.fields, "records")]) {
    expect(value).toContain('if option.domain_name == "lab.team.dev"');
  }
});

test("the alias record leads to the load balancer", () => {
  const stack = httpsStack(domain);
  const record = stack.only("aws_route53_record", "alb_alias");
  expect(record.fields).toMatchObject({
    name: "lab.team.dev",
    type: "A",
    zone_id: domain.hostedZoneId,
    alias: { evaluate_target_health: true },
  });
  expect(stack.resolve(valueAt(record.fields, "alias.name"))).toBe(stack.only("aws_lb"));
});

test("a dual-stack load balancer gets an AAAA record too", () => {
  const stack = httpsStack(domain, { ipAddressType: "dualstack" });
  const types = stack.all("aws_route53_record").map(({ fields }) => fields.type);
  expect(types).toEqual(expect.arrayContaining(["A", "AAAA"]));
});

test("further certificates are keyed by their own id, not by position", () => {
  const ids = ["1111", "2222"];
  const arns = ids.map((id) => `arn:aws:acm:ap-northeast-2:123456789012:certificate/${id}`);
  const addresses = (additionalCertificateArns: string[]) =>
    httpsStack({ certificateArn: arn, additionalCertificateArns }).all("aws_lb_listener_certificate");
  const both = addresses(arns);
  expect(both.map(({ fields }) => fields.certificate_arn).sort()).toEqual(arns);
  expect(addresses(arns.slice(1)).map(({ address }) => address)).toEqual(
    both.map(({ address }) => address).slice(1),
  );
});

test("the policy can be chosen among those that AWS publishes", () => {
  const sslPolicy = "ELBSecurityPolicy-TLS13-1-3-2021-06"; // N73
  const listener = httpsStack({ certificateArn: arn, sslPolicy }).only("aws_lb_listener", "alb_https");
  expect(listener.fields.ssl_policy).toBe(sslPolicy);
});

const certificate = (region: string) => arn.replace("ap-northeast-2", region);
test.each<[string, Partial<HttpsProps>, string[]]>([
  ["an unknown policy", { certificateArn: arn, sslPolicy: "TLSv1.2" }, ["ssl-policy-unknown"]],
  ["a certificate of another region", { certificateArn: certificate("us-east-1") }, ["certificate-region"]],
  ["certificate and domain", { certificateArn: arn, ...domain } as HttpsProps, ["https-twice"]],
  ["a wildcard domain", { ...domain, domainName: "*.team.dev" }, ["domain-malformed"]],
  ["nothing", {}, ["https-without-certificate"]],
])("HTTPS is refused: %s", (_, https, ids) => {
  expect(problemIdsIn((stack) => albIn(stack, { https: https as HttpsProps }))).toEqual(
    expect.arrayContaining(ids),
  );
});
