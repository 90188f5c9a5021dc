import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import { declare } from "./declare";

/** Names of a certificate and the zone that proves them. */
export interface DomainCertificateProps {
  readonly domainName: string;
  readonly hostedZoneId: string;
  readonly alternativeNames?: readonly string[];
}

/**
 * An ACM certificate, proven by DNS records in a Route 53 zone. Whoever uses `certificateArn` waits until the
 * certificate is issued; an undelegated zone fails after 15 minutes.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 */
export class DomainCertificate extends Construct {
  public readonly certificateArn: string;

  public constructor(scope: Construct, id: string, props: DomainCertificateProps) {
    super(scope, id);
    const names = [...new Set([props.domainName, ...(props.alternativeNames ?? [])])];
    this.certificateArn = declare(this, () => {
      const certificate = new AcmCertificate(this, "certificate", {
        domainName: props.domainName,
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
