import { tlsPolicyWeakened } from "../../../lab/review/risks/tls-policy-weakened";
import type { Shape } from "../../lint/support/shop";
import { risksOf } from "../support/hazards";
import { withHttps } from "../support/https";

const found = (from: string, to: string | undefined) => {
  const base = (resource: Shape) => {
    withHttps(resource);
    resource.aws_lb_listener.https.ssl_policy = `ELBSecurityPolicy-${from}`;
  };
  const change = (resource: Shape) => {
    if (to === undefined) delete resource.aws_lb_listener.https.ssl_policy;
    else resource.aws_lb_listener.https.ssl_policy = `ELBSecurityPolicy-${to}`;
  };
  return risksOf(tlsPolicyWeakened, change, base);
};

it.each([
  [
    "TLS13-1-2-2021-06",
    "2016-08",
    "allows TLS 1.0, TLS 1.1, ciphers with SHA-1 and ciphers without forward secrecy, and it no longer speaks TLS 1.3",
  ],
  ["TLS13-1-2-2021-06", "TLS13-1-2-Ext1-2021-06", "allows ciphers without forward secrecy"],
  ["TLS13-1-3-2021-06", "TLS13-1-2-Res-2021-06", "allows TLS 1.2"],
  [
    "TLS13-1-2-FIPS-2023-04",
    "TLS13-1-1-FIPS-2023-04",
    "allows TLS 1.1, ciphers with SHA-1 and ciphers without forward secrecy",
  ],
  ["TLS13-1-2-Res-2021-06", "TLS13-1-2-2021-06", "allows ciphers in CBC mode"],
  ["FS-1-2-Res-2020-10", "FS-1-2-2019-08", "allows ciphers in CBC mode and ciphers with SHA-1"],
  ["TLS-1-2-2017-01", "TLS-1-2-Ext-2018-06", "allows ciphers with SHA-1"],
  ["2016-08", "TLS-1-0-2015-04", "allows 3DES"],
  [
    "TLS13-1-2-FIPS-2023-04",
    "TLS13-1-2-Ext2-FIPS-2023-04",
    "allows ciphers with SHA-1 and ciphers without forward secrecy",
  ],
  [
    "TLS13-1-2-FIPS-2023-04",
    "TLS13-1-2-Res-PQ-2025-09",
    "no longer keeps to cryptography validated by FIPS 140",
  ],
  ["TLS13-1-2-Res-PQ-2025-09", "TLS13-1-2-Res-2021-06", "no longer offers post-quantum key exchange"],
  ["TLS13-1-2-Res-2021-06", "FS-1-2-Res-2020-10", "no longer speaks TLS 1.3"],
])("from %s to %s: it %s [N73]", (from, to, weaker) => {
  const [risk] = found(from, to);
  expect(risk?.message).toBe(
    `weakens the TLS policy of HTTPS 443 of shop from ELBSecurityPolicy-${from} to ELBSecurityPolicy-${to}: it ${weaker}`,
  );
});

it("is silent where the argument is taken away, as the listener keeps its policy", () => {
  expect(found("TLS13-1-2-2021-06", undefined)).toEqual([]);
});

it.each([
  ["TLS13-1-2-2021-06", "TLS13-1-2-Res-PQ-2025-09"],
  ["2016-08", "TLS13-1-2-2021-06"],
  ["2015-05", "2016-08"],
  ["TLS13-1-2-Res-2021-06", "TLS13-1-2-Res-FIPS-2023-04"],
  ["TLS13-1-2-Res-FIPS-2023-04", "TLS13-1-2-Res-FIPS-PQ-2025-09"],
  ["TLS13-1-0-2021-06", "TLS13-1-3-2021-06"],
  ["TLS-1-2-Ext-2018-06", "TLS-1-2-2017-01"],
])("from %s to %s is no weaker", (from, to) => {
  expect(found(from, to)).toEqual([]);
});

it.each(["TLS14-1-3-2029-01", "TLS13-1-2-2031-06", "TLS13-1-2-RFC9151-FIPS-2023-07", "Ours"])(
  "cannot tell how strong %s is",
  (to) => {
    expect(found("TLS13-1-2-2021-06", to)[0]?.message).toContain("; whether that is weaker cannot be told");
  },
);
