import { isUnknown, listed } from "../../topology";
import { type CertificateLoss, certificateLosses } from "../listeners/certificate-losses";
import { nameOfCertificate } from "../listeners/certificate-words";
import { nameOfEntrance, standingListeners } from "../listeners/standing-listeners";
import type { Hazard, Risk } from "../risk";

/** Clients that ask for a name get a certificate of another name, and go no further. */
export const certificateDropped: Risk = {
  id: "certificate-dropped",
  level: "drops-traffic",
  facts: ["R2", "R20"],
  rank: 10,
  *find(comparison) {
    for (const pair of standingListeners(comparison)) {
      const entrance = nameOfEntrance(comparison, "after", pair.after);
      for (const loss of certificateLosses(comparison, pair))
        yield { at: pair.after, ...told(loss, entrance) };
    }
  },
};

type Told = Omit<Hazard, "at">;

function told({ certificate, names, kind }: CertificateLoss, entrance: string): Told {
  const own = nameOfCertificate(certificate);
  const asked = isUnknown(names) ? "names that only it is for" : listed(names);
  const mismatch = `clients that ask for ${asked} get the default certificate, find another name in it and break off`;
  const keep =
    "keep a certificate for these names on the listener, by aws_lb_listener_certificate or as alternative names of one that stays";
  switch (kind) {
    case "for-good":
      return {
        message: `leaves ${entrance} without a certificate for ${asked}`,
        course: [
          `Terraform takes the certificate ${own} from the listener; open connections go on`,
          `from then on ${mismatch}`,
        ],
        fix: keep,
      };
    case "unsure":
      return {
        level: "needs-care",
        message: `takes the certificate ${own} from ${entrance}; whether another is for its names is unknown${isUnknown(certificate.names) ? ` (${certificate.names.unknown})` : ""}`,
        course: [
          "Terraform takes the certificate from the listener; open connections go on",
          `if no other certificate is for its names, ${mismatch}`,
        ],
        fix: keep,
      };
    case "moment":
      return {
        ...(isUnknown(names) && { level: "needs-care" }),
        message: `takes the certificate ${own} from ${entrance} before it adds the new one`,
        course: [
          "Terraform destroys what adds the certificate, at once, and makes it again when the new certificate is there, which may take minutes",
          `in between ${mismatch}`,
        ],
        fix: "set lifecycle create_before_destroy on the aws_lb_listener_certificate and on the certificate",
      };
  }
}
