import { sslPolicyUnknown } from "../../../lab/lint/defects/ssl-policy-unknown";
import { findIn, linesIn } from "../support/find";
import { withHttps } from "../support/https";
import type { Shape } from "../support/shop";

const withPolicy = (name: unknown) => withHttps({ ssl_policy: name });

it.each([
  "nope",
  "TLS13-1-2-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-2021-6",
  "ELBSecurityPolicy-TLS13-1-2-2022-06",
  "ELBSecurityPolicy-TLS13-1-4-2021-06",
  "ELBSecurityPolicy-TLS13-1-3-Res-2021-06",
  "ELBSecurityPolicy-TLS-1-2-2018-06",
  "ELBSecurityPolicy-FS-1-2-2020-10",
  "ELBSecurityPolicy-2015-03",
  "ELBSecurityPolicy-Default",
  "elbsecuritypolicy-tls13-1-2-2021-06",
  "ELBSecurityPolicy-2016-08 ",
  "ELBSecurityPolicy-TLS13-1-2-RFC9151-INTEROP5-FIPS-2023-07",
])("refuses %j [N73, B7, TF51]", (name) => {
  expect(linesIn(sslPolicyUnknown, withPolicy(name))).toEqual([
    `aws_lb_listener.https: ssl_policy must be a security policy that AWS publishes, got "${name}"; ` +
      "set ssl_policy to ELBSecurityPolicy-TLS13-1-2-2021-06",
  ]);
});

it.each([
  "2016-08",
  "2015-05",
  "TLS-1-0-2015-04",
  "TLS-1-1-2017-01",
  "TLS-1-2-2017-01",
  "TLS-1-2-Ext-2018-06",
  "FS-2018-06",
  "FS-1-1-2019-08",
  "FS-1-2-2019-08",
  "FS-1-2-Res-2019-08",
  "FS-1-2-Res-2020-10",
  "TLS13-1-0-2021-06",
  "TLS13-1-1-2021-06",
  "TLS13-1-2-2021-06",
  "TLS13-1-3-2021-06",
  "TLS13-1-2-Res-2021-06",
  "TLS13-1-2-Ext1-2021-06",
  "TLS13-1-2-Ext2-2021-06",
  "TLS13-1-0-PQ-2025-09",
  "TLS13-1-2-Res-PQ-2025-09",
  "TLS13-1-3-PQ-2025-09",
  "TLS13-1-1-FIPS-2023-04",
  "TLS13-1-2-Ext0-FIPS-2023-04",
  "TLS13-1-2-Res-FIPS-PQ-2025-09",
  "TLS13-1-3-RFC9151-FIPS-2023-07",
  "TLS13-1-2-Ext0-RFC9151-FIPS-2023-07",
  "TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07",
])("knows ELBSecurityPolicy-%s [N73]", (name) => {
  expect(findIn(sslPolicyUnknown, withPolicy(`ELBSecurityPolicy-${name}`))).toEqual([]);
});

it("does not judge a policy that is younger than itself", () => {
  expect(findIn(sslPolicyUnknown, withPolicy("ELBSecurityPolicy-TLS13-1-2-CNSA2-FIPS-PQ-2026-07"))).toEqual(
    [],
  );
  expect(
    findIn(sslPolicyUnknown, withPolicy("ELBSecurityPolicy-TLS13-1-2-CNSA2-FIPS-PQ-2025-08")),
  ).toHaveLength(1);
});

it.each([undefined, null, "", "${var.policy}"])("is silent about %p: the default, or not known", (name) => {
  expect(findIn(sslPolicyUnknown, withPolicy(name))).toEqual([]);
});

it("leaves policies on HTTP and on network load balancers alone", () => {
  const tls = (resource: Shape) => {
    resource.aws_lb.shop.load_balancer_type = "network";
    withHttps({ protocol: "TLS", ssl_policy: "nope" })(resource);
  };
  expect(findIn(sslPolicyUnknown, tls)).toEqual([]);
  expect(findIn(sslPolicyUnknown, withHttps({ protocol: "HTTP", ssl_policy: "nope" }))).toEqual([]);
});
