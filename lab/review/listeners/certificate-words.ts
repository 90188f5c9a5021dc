import { type Certificate, isUnknown, listed } from "../../topology";
import type { Comparison } from "../comparison";
import { isSameLink, keyOf } from "./standing-listeners";

/** For people: its first name and where it is declared, else its ARN. */
export function nameOfCertificate({ certificate, names }: Certificate): string {
  const place = keyOf(certificate) ?? "a certificate that is known after the apply only";
  return isUnknown(names) || names[0] === undefined ? place : `${names[0]} (${place})`;
}

/** Where there is more to say than its first name. */
export function furtherNames({ names }: Certificate): string {
  if (isUnknown(names)) return `; its names are unknown (${names.unknown})`;
  return names.length > 1 ? `; it is for ${listed(names)}` : "";
}

/** What happens when a listener gets another default certificate. */
export function courseOfCertificate(comparison: Comparison, { certificate }: Certificate): readonly string[] {
  const address = keyOf(certificate) ?? "";
  const { after } = comparison;
  const isNew = ["create", "replace"].includes(comparison.kindOf({ address }));
  const isAwaited = after
    .resources("aws_acm_certificate_validation")
    .some((one) => isSameLink(one.link("certificate_arn") ?? certificate, certificate));
  // an imported one has no validation, and needs none
  const isValidated = typeof after.resource(address)?.value("validation_method") === "string";
  if (!isNew || isAwaited || !isValidated)
    return [
      "Terraform changes the listener in place: new connections get the new certificate, open ones go on",
    ];
  return [
    "Terraform creates the certificate and gives it to the listener without waiting until it is issued",
    "AWS refuses one that is not (UnsupportedCertificate): the apply ends there, with the old certificate; refer to an aws_acm_certificate_validation",
  ];
}
