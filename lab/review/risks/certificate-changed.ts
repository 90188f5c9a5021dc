import { type Certificate, isUnknown, type Listener } from "../../topology";
import type { Comparison } from "../comparison";
import { courseOfCertificate, furtherNames, nameOfCertificate } from "../listeners/certificate-words";
import {
  forcedBy,
  isSameLink,
  keyOf,
  mayShowCertificate,
  nameOfEntrance,
  standingListeners,
} from "../listeners/standing-listeners";
import type { Hazard, Risk } from "../risk";

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
      if (isUnknown(is.certificate) || !mayShowCertificate(after)) continue;
      const entrance = nameOfEntrance(comparison, "after", after);
      if (!isSameLink(was.certificate, is.certificate))
        yield {
          at: after,
          message: `gives ${entrance} another default certificate: ${nameOfCertificate(is)} for ${nameOfCertificate(was)}${furtherNames(is)}`,
          course: courseOfCertificate(comparison, is),
          fix: CARE,
        };
      else yield* replaced(comparison, { at: after, entrance, certificate: is });
    }
  },
};

const CARE =
  "make sure that clients accept the new one, also those that ask for no name, or trust one certificate only";

/** The same resource, and another certificate. */
function* replaced(
  comparison: Comparison,
  about: { readonly at: Listener; readonly entrance: string; readonly certificate: Certificate },
): Generator<Hazard> {
  const { at, entrance, certificate } = about;
  const change = comparison.changeOf({ address: keyOf(certificate.certificate) ?? "" });
  if (change?.kind !== "replace") return;
  const isInTheWay = change.first === "destroy";
  yield {
    at,
    message: `gives ${entrance} another default certificate: ${nameOfCertificate(certificate)} is replaced${forcedBy(change)}${furtherNames(certificate)}`,
    course: isInTheWay ? DEADLOCK : courseOfCertificate(comparison, certificate),
    fix: isInTheWay ? "set lifecycle create_before_destroy on the certificate" : CARE,
  };
}

const DEADLOCK = [
  "Terraform begins with destroying the old certificate, which the listener has",
  "AWS refuses that (ResourceInUseException); Terraform asks again for 20 minutes, and the apply ends there",
  "requests are answered with the old certificate all the while",
];

function defaultOf({ certificates }: Listener): Certificate | undefined {
  return certificates.find(({ isDefault }) => isDefault);
}
