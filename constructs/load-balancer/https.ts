interface HttpsOptions {
  /** Versions and ciphers. @default "ELBSecurityPolicy-TLS13-1-2-2021-06" */
  readonly sslPolicy?: string;
  /** Answers port 80 with a redirect to 443; otherwise it serves the default action only, routes are on 443. @default true */
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
