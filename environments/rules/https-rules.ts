import { show } from "../leaf";
import { rule } from "./rule";

/** Contradictions in the certificate or domain of listener 443. */
export const httpsRules = [
  rule("https-empty", ["https"], ({ https }) => [
    https &&
      !https.certificateArn &&
      !https.domainName &&
      !https.hostedZoneId &&
      "https must have certificateArn, or domainName and hostedZoneId, got neither; give one or leave https out",
  ]),
  rule("https-ambiguous", ["https"], ({ https }) => [
    https?.certificateArn !== undefined &&
      (https.domainName !== undefined || https.hostedZoneId !== undefined) &&
      "https must have certificateArn or a domain, got both; a certificate that exists needs no domain here",
  ]),
  // B83
  rule("hosted-zone-missing", ["https"], ({ https }) => [
    https?.domainName !== undefined &&
      https.hostedZoneId === undefined &&
      `https.hostedZoneId must be given with domainName, got only ${show(https.domainName)}; the certificate is validated in that zone`,
  ]),
  rule("domain-missing", ["https"], ({ https }) => [
    https?.hostedZoneId !== undefined &&
      https.domainName === undefined &&
      https.certificateArn === undefined &&
      `https.domainName must be given with hostedZoneId, got only ${show(https.hostedZoneId)}; name the load balancer's host`,
  ]),
  // B6
  rule("certificate-of-another-region", ["https", "region"], ({ https, region }) => {
    const actual = https?.certificateArn?.split(":")[3];
    return [
      actual !== undefined &&
        actual !== region &&
        `https.certificateArn must be an ACM ARN in ${region}, got ${actual}; use a certificate of that region`,
    ];
  }),
  rule("certificate-of-another-account", ["https", "account"], ({ https, account }) => {
    const actual = https?.certificateArn?.split(":")[4];
    return [
      actual !== undefined &&
        account !== undefined &&
        actual !== account &&
        `https.certificateArn must be in account ${account}, got ${actual}; use a certificate of that account`,
    ];
  }),
];
