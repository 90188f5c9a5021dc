import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import { PropChecks } from "../checks/prop-checks";
import { type Kind, known, matching, required } from "../checks/prop-kinds";
import { listOf, type Shape } from "../checks/prop-shapes";
import { declare } from "../terraform/declare";

/** Names of a certificate and the zone that proves them. */
export interface DomainCertificateProps {
  readonly domainName: string;
  readonly hostedZoneId: string;
  readonly alternativeNames?: readonly string[];
}

const LABEL = "(?!-)[a-z0-9-]{1,63}(?<!-)";
const NAME: Kind = known(
  matching(
    new RegExp(`^(?=.{1,253}$)${LABEL}(\\.${LABEL})+$`),
    "a host name in small letters such as lab.example.com, without wildcard and trailing dot",
    "domain-malformed",
    "correct it",
  ),
);

const DOMAIN: Shape<DomainCertificateProps> = {
  domainName: required(NAME),
  hostedZoneId: required(
    matching(
      /^[A-Z0-9]{1,32}$/,
      "the id of a hosted zone",
      "hosted-zone-id",
      "copy it from Route 53, such as Z0123456789ABCDEFGHIJ",
    ),
  ),
  alternativeNames: known(listOf(NAME)),
};

/**
 * An ACM certificate, proven by DNS records in a Route 53 zone. Whoever uses `certificateArn` waits until the
 * certificate is issued; an undelegated zone fails after 15 minutes.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 */
export class DomainCertificate extends Construct {
  public readonly certificateArn: string;
  /** Every name of the certificate, the first one first. */
  public readonly names: readonly string[];
  public readonly hostedZoneId: string;

  public constructor(scope: Construct, id: string, given: DomainCertificateProps) {
    super(scope, id);
    const check = new PropChecks(this);
    const props = check.props(given, DOMAIN);
    const { domainName = "refused.example.com", alternativeNames = [] } = props;
    checkLength(check, domainName);
    const names = [...new Set([domainName, ...alternativeNames])];
    this.names = names;
    this.hostedZoneId = props.hostedZoneId;
    this.certificateArn = declare(this, () => {
      const certificate = new AcmCertificate(this, "certificate", {
        domainName,
        subjectAlternativeNames: names.slice(1),
        validationMethod: "DNS",
        lifecycle: { createBeforeDestroy: true },
      });
      const records = names.map((name) => this.declareRecord(certificate, name, props.hostedZoneId));
      const validation = new AcmCertificateValidation(this, "validation", {
        certificateArn: certificate.arn,
        validationRecordFqdns: records.map((record) => record.fqdn),
        timeouts: { create: "15m" },
      });
      return validation.certificateArn;
    });
  }

  /** ACM lists the records of all names as a set; each is found by its name, so that order plays no part. */
  private declareRecord(certificate: AcmCertificate, name: string, zoneId: string): Route53Record {
    const option = (attribute: string) =>
      `\${one([for option in ${certificate.terraformResourceType}.${certificate.friendlyUniqueId}` +
      `.domain_validation_options : option.${attribute} if option.domain_name == "${name}"])}`;
    return new Route53Record(this, `proof-of-${name}`, {
      zoneId,
      name: option("resource_record_name"),
      type: option("resource_record_type"),
      records: [option("resource_record_value")],
      ttl: 300,
      allowOverwrite: true,
    });
  }
}

function checkLength(check: PropChecks, domainName: string): void {
  if (domainName.length <= 64) return;
  const rule = `domainName must be at most 64 characters, got ${domainName.length}`;
  check.refuse("domain-too-long", `${rule}; ACM allows no more for the first name, shorten it`);
}
