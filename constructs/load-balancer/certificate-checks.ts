import type { PropChecks } from "../checks/prop-checks";
import { type Kind, known, matching } from "../checks/prop-kinds";
import { listOf } from "../checks/prop-shapes";
import type { ListenerProps } from "./listener";

const ARN =
  /^arn:aws[a-z-]*:(?:acm:([a-z0-9-]+):\d{12}:certificate\/[\w-]+|iam::\d{12}:server-certificate\/[\w+=,.@/-]+)$/;

/** ARN of a certificate. */
export const CERTIFICATE: Kind = matching(
  ARN,
  "the ARN of an ACM or IAM certificate",
  "certificate-arn",
  "correct it",
);

/** ARNs of certificates, each a resource of its own. */
export const CERTIFICATE_LIST: Kind = known(listOf(CERTIFICATE));

/** Certificates that a load balancer takes beside the default one. */
const FURTHER_CERTIFICATES = 25;

/**
 * Reports certificates that do not suit the listener. `given` holds the right values, `raw` all of them;
 * `region` is the stack's, where it is known.
 */
export function checkCertificates(
  check: PropChecks,
  given: ListenerProps,
  raw: ListenerProps,
  region: string | undefined,
): void {
  const { certificateArn, sslPolicy, additionalCertificateArns = [] } = given;
  if (given.protocol === "HTTP") {
    if (certificateArn === undefined && sslPolicy === undefined && additionalCertificateArns.length === 0)
      return;
    const rule = "certificateArn, additionalCertificateArns and sslPolicy must be absent on an HTTP listener";
    check.refuse("certificate-on-http", `${rule}, got one; remove it or make the listener HTTPS`);
    return;
  }
  if (given.protocol === "HTTPS" && raw.certificateArn === undefined) {
    const rule = "certificateArn must be given on an HTTPS listener, got nothing";
    check.refuse("https-without-certificate", `${rule}; give it, or domainName and hostedZoneId`);
  }
  if (certificateArn !== undefined) checkRegion(check, "certificateArn", certificateArn, region);
  for (const arn of additionalCertificateArns) checkRegion(check, "additionalCertificateArns", arn, region);
  if (additionalCertificateArns.length > FURTHER_CERTIFICATES) {
    const rule = `additionalCertificateArns must be at most ${FURTHER_CERTIFICATES}`;
    check.refuse("too-many-certificates", `${rule}, got ${additionalCertificateArns.length}; drop some`);
  }
}

function checkRegion(check: PropChecks, prop: string, arn: string, region: string | undefined): void {
  const found = ARN.exec(arn)?.[1];
  if (!found || !region || found === region) return;
  const fix = "request the certificate there";
  check.refuse("certificate-region", `${prop} must be an ACM ARN in ${region}, got ${found}; ${fix}`);
}
