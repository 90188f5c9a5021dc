import { sslPolicyOutdated } from "../../../lab/lint/defects/ssl-policy-outdated";
import { findIn, linesIn } from "../support/find";
import { withHttps } from "../support/https";

const withPolicy = (name: unknown) => withHttps({ ssl_policy: name });

it.each([
  ["2016-08", "TLS 1.0"],
  ["2015-05", "TLS 1.0"],
  ["TLS-1-0-2015-04", "TLS 1.0"],
  ["FS-2018-06", "TLS 1.0"],
  ["TLS13-1-0-2021-06", "TLS 1.0"],
  ["TLS13-1-0-PQ-2025-09", "TLS 1.0"],
  ["TLS13-1-0-FIPS-2023-04", "TLS 1.0"],
  ["TLS-1-1-2017-01", "TLS 1.1"],
  ["FS-1-1-2019-08", "TLS 1.1"],
  ["TLS13-1-1-2021-06", "TLS 1.1"],
  ["TLS13-1-1-FIPS-2023-04", "TLS 1.1"],
])("warns of ELBSecurityPolicy-%s [N73, B7, CKV_AWS_103, AWS-0047]", (name, version) => {
  const change = withPolicy(`ELBSecurityPolicy-${name}`);
  expect(findIn(sslPolicyOutdated, change)).toMatchObject([{ severity: "warning" }]);
  expect(linesIn(sslPolicyOutdated, change)).toEqual([
    "aws_lb_listener.https: ssl_policy must allow TLS 1.2 and newer only, " +
      `got "ELBSecurityPolicy-${name}" with ${version}; set ssl_policy to ELBSecurityPolicy-TLS13-1-2-2021-06`,
  ]);
});

it.each([undefined, null, ""])("knows the policy where it is %p [N71, CKV2_AWS_74]", (name) => {
  const [finding] = findIn(sslPolicyOutdated, withPolicy(name));
  expect(finding?.message).toContain("got none, which means ELBSecurityPolicy-2016-08 with TLS 1.0");
});

it.each([
  "TLS-1-2-2017-01",
  "TLS-1-2-Ext-2018-06",
  "FS-1-2-2019-08",
  "FS-1-2-Res-2020-10",
  "TLS13-1-2-2021-06",
  "TLS13-1-2-Ext2-2021-06",
  "TLS13-1-3-2021-06",
  "TLS13-1-2-Res-FIPS-PQ-2025-09",
  "TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07",
  "TLS13-1-2-Ext0-RFC9151-FIPS-2023-07",
  "TLS13-1-2-CNSA2-FIPS-PQ-2026-07",
])("is silent about ELBSecurityPolicy-%s", (name) => {
  expect(findIn(sslPolicyOutdated, withPolicy(`ELBSecurityPolicy-${name}`))).toEqual([]);
});

it("leaves names to others that are no policy, and does not judge what nobody knows", () => {
  expect(findIn(sslPolicyOutdated, withPolicy("ELBSecurityPolicy-TLS-1-0"))).toEqual([]);
  expect(findIn(sslPolicyOutdated, withPolicy("${var.policy}"))).toEqual([]);
});

it("is silent about HTTP", () => {
  expect(findIn(sslPolicyOutdated, withHttps({ protocol: "HTTP", ssl_policy: undefined }))).toEqual([]);
});
