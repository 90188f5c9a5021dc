import { isUnknown, type Resource } from "../topology";
import type { Subject } from "./subject";

/** A name that ACM is asked to certify. */
export interface CertificateName {
  readonly certificate: Resource;
  readonly argument: "domain_name" | "subject_alternative_names";
  readonly name: string;
}

/** Names of certificates that ACM itself issues: what is imported or of a private authority has other rules. */
export function certificateNames(subject: Subject): readonly CertificateName[] {
  const issued = subject
    .resources("aws_acm_certificate")
    .filter((one) => !one.value("certificate_authority_arn") && !one.value("certificate_body"));
  return issued.flatMap((certificate) => {
    const others = certificate.value("subject_alternative_names");
    const names = [
      { argument: "domain_name" as const, name: certificate.value("domain_name") },
      ...(Array.isArray(others) && !isUnknown(others) ? others : []).map((name: unknown) => ({
        argument: "subject_alternative_names" as const,
        name,
      })),
    ];
    return names.flatMap(({ argument, name }) =>
      typeof name === "string" && name !== "" ? [{ certificate, argument, name }] : [],
    );
  });
}
