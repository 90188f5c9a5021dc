import type { Link } from "../../topology";
import type { Defect } from "../defect";
import { type GivenCertificate, givenCertificates } from "../given-certificates";
import { regionOfLink, regionOfListener } from "../listener-region";
import type { Subject } from "../subject";
import { known, quoted } from "../values";

/** A load balancer takes certificates of ACM in its own region only. */
export const certificateOfAnotherRegion: Defect = {
  id: "certificate-of-another-region",
  severity: "error",
  facts: ["B6"],
  *find(subject) {
    for (const given of givenCertificates(subject)) {
      if (given.listener !== undefined && known(given.listener.protocol) === "HTTP") continue;
      const needed = neededRegion(given, subject);
      const got = isOfAcm(given.certificate, subject) ? regionOfLink(subject, given.certificate) : undefined;
      if (needed === undefined || got === undefined || got === needed) continue;
      yield {
        at: given.at,
        message: `certificate_arn must be a certificate in ${quoted(needed)}, the region of the load balancer, got one in ${quoted(got)}`,
        fix: "request a certificate in the region of the load balancer",
      };
    }
  },
};

function neededRegion({ at, listener }: GivenCertificate, subject: Subject): string | undefined {
  if (listener !== undefined) return regionOfListener(subject, listener);
  const to = at.link("listener_arn");
  return to !== undefined && "external" in to ? regionOfLink(subject, to) : undefined;
}

/** Certificates of IAM are in no region. */
function isOfAcm(link: Link, subject: Subject): boolean {
  if ("external" in link) return /^arn:[a-z-]+:acm:/.test(link.external);
  const resource = "address" in link ? subject.resource(link.address) : undefined;
  return resource?.type === "aws_acm_certificate" && resource.mode === "managed";
}
