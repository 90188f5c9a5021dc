import { isToken, type PropChecks, show } from "./prop-checks";

interface HttpsOptions {
  /** Versions and ciphers. @default "ELBSecurityPolicy-TLS13-1-2-2021-06" */
  readonly sslPolicy?: string;
  /** Answers port 80 with a redirect to 443. @default true */
  readonly redirectHttp?: boolean;
  /** Further certificates, chosen by server name (SNI). */
  readonly additionalCertificateArns?: readonly string[];
}

/** HTTPS with a certificate that exists. */
export interface ExistingCertificateProps extends HttpsOptions {
  /** ARN in ACM, in the load balancer's region, or in IAM. */
  readonly certificateArn: string;
}

/** HTTPS with a certificate made for a domain, validated by DNS, and an alias record for the load balancer. */
export interface DomainProps extends HttpsOptions {
  /** At most 64 characters, inside the hosted zone, without wildcard. */
  readonly domainName: string;
  /** Id of the public Route 53 hosted zone that holds the domain. */
  readonly hostedZoneId: string;
  /** Further names of the certificate in the same zone; each gets an alias record too. */
  readonly alternativeNames?: readonly string[];
}

/** How the load balancer serves HTTPS. */
export type HttpsProps = ExistingCertificateProps | DomainProps;

/** Reports an HTTPS prop that AWS would refuse. `region` is the stack's, where it is known. */
export function checkHttps(check: PropChecks, https: HttpsProps, region: string | undefined): void {
  const given = https as Partial<ExistingCertificateProps & DomainProps>;
  const byDomain = given.domainName !== undefined || given.hostedZoneId !== undefined;
  if (given.certificateArn !== undefined && byDomain) {
    const rule = "must hold certificateArn, or domainName and hostedZoneId, got both";
    check.refuse("https-twice", `https ${rule}; remove one`);
  } else if (byDomain) {
    checkDomain(check, given);
  } else {
    checkCertificateArn(check, "https.certificateArn", given.certificateArn, region);
  }
  for (const arn of given.additionalCertificateArns ?? []) {
    checkCertificateArn(check, "https.additionalCertificateArns", arn, region);
  }
}

function checkCertificateArn(
  check: PropChecks,
  prop: string,
  arn: unknown,
  region: string | undefined,
): void {
  if (isToken(arn)) return;
  const found =
    /^arn:aws[a-z-]*:(?:acm:([a-z0-9-]+):\d{12}:certificate\/[\w-]+|iam::\d{12}:server-certificate\/\S+)$/;
  const match = found.exec(String(arn));
  if (typeof arn !== "string" || !match) {
    check.refuse(
      "certificate-arn",
      `${prop} must be the ARN of an ACM or IAM certificate, got ${show(arn)}; correct it`,
    );
  } else if (match[1] && region && match[1] !== region) {
    const fix = "request the certificate there";
    check.refuse("certificate-region", `${prop} must be an ACM ARN in ${region}, got ${match[1]}; ${fix}`);
  }
}

function checkDomain(check: PropChecks, given: Partial<DomainProps>): void {
  check.text(
    "https.domainName",
    given.domainName,
    "domain-missing",
    "give the name, such as lab.example.com",
  );
  const zone = /^[A-Z0-9]{1,32}$/;
  const fix = "copy it from Route 53, such as Z0123456789ABCDEFGHIJ";
  check.matches(
    "https.hostedZoneId",
    given.hostedZoneId ?? "",
    zone,
    "the id of a hosted zone",
    "hosted-zone-id",
    fix,
  );
  for (const name of [given.domainName, ...(given.alternativeNames ?? [])]) {
    if (name === undefined || isToken(name)) continue;
    const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i;
    const labels = typeof name === "string" ? name.split(".") : [];
    if (labels.length < 2 || !labels.every((part) => label.test(part))) {
      const rule = "must be a host name without wildcard and trailing dot";
      check.refuse("domain-malformed", `https domain ${rule}, got ${show(name)}; correct it`);
    } else if (name === given.domainName && name.length > 64) {
      const length = name.length;
      check.refuse(
        "domain-too-long",
        `https.domainName is ${length} characters; ACM allows 64 for the first name; shorten it`,
      );
    }
  }
}
