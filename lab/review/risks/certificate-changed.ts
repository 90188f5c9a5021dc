import { type Certificate, isUnknown, type Listener, listed } from "../../topology";
import { nameOfCertificate } from "../certificate-losses";
import type { Comparison } from "../comparison";
import type { Risk } from "../risk";
import { isSameLink, keyOf, nameOfEntrance, standingListeners } from "../standing-listeners";

/** Clients that ask for no name, or for none of a certificate, get another one than before. */
export const certificateChanged: Risk = {
  id: "certificate-changed",
  level: "needs-care",
  facts: ["R2", "G24", "G26"],
  rank: 20,
  *find(comparison) {
    for (const { before, after } of standingListeners(comparison)) {
      const [was, is] = [defaultOf(before), defaultOf(after)];
      if (was === undefined || is === undefined || comparison.isReplaced(before)) continue;
      const change = comparison.changeOf({ address: keyOf(was.certificate) ?? "" });
      const isSame = isSameLink(was.certificate, is.certificate);
      if (isUnknown(is.certificate) || (isSame && change?.kind !== "replace")) continue;
      const isDeadlock = isSame && change?.first === "destroy";
      yield {
        at: after,
        message: `gives ${nameOfEntrance(comparison, "after", after)} another default certificate: ${isSame ? `${nameOfCertificate(is)} is replaced` : `${nameOfCertificate(is)} for ${nameOfCertificate(was)}`}${namesOf(is)}`,
        course: isDeadlock
          ? [
              "Terraform begins with destroying the old certificate, which the listener has",
              "AWS refuses that (ResourceInUseException); Terraform asks again for 20 minutes, and the apply ends there",
              "requests are answered with the old certificate all the while",
            ]
          : courseOf(comparison, after, is),
        fix: isDeadlock
          ? "set lifecycle create_before_destroy on the certificate"
          : "make sure that clients accept the new one, also those that ask for no name or trust one certificate only; to stay safe, add it by aws_lb_listener_certificate first",
      };
    }
  },
};

function defaultOf({ certificates }: Listener): Certificate | undefined {
  return certificates.find(({ isDefault }) => isDefault);
}

function namesOf({ names }: Certificate): string {
  return isUnknown(names)
    ? `; its names are unknown (${names.unknown})`
    : names.length > 1
      ? `; it is for ${listed(names)}`
      : "";
}

function courseOf(comparison: Comparison, after: Listener, { certificate }: Certificate): readonly string[] {
  const given = comparison.after.resource(after.address)?.link("certificate_arn");
  const address = keyOf(certificate) ?? "";
  const isNew = ["create", "replace"].includes(comparison.kindOf({ address }));
  const method = comparison.after.resource(address)?.value("validation_method");
  const isAwaited = given !== undefined && keyOf(given) !== address;
  const switched =
    "Terraform changes the listener in place: new connections get the new certificate, open ones go on";
  if (!isNew || isAwaited || typeof method !== "string") return [switched];
  return [
    "Terraform creates the certificate and gives it to the listener without waiting until it is issued",
    "AWS refuses one that is not (UnsupportedCertificate): the apply ends there, with the old certificate; refer to an aws_acm_certificate_validation",
  ];
}
